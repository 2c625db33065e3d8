package org.laurel.programs.completionmail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.kit.test.mail.MailServer;
import org.laurel.kit.test.mail.Mailbox;
import org.laurel.programs.Story;

/** Learners hear once that they have completed a program (programs, scenario 56). */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@QuarkusTestResource(MailServer.class)
class CompletionMailTest {

    @BeforeEach
    void switchOn() {
        MailSettings.site(true);
        MailSettings.template("default", true);
    }

    @AfterEach
    void switchOff() {
        MailSettings.forget();
    }

    @Test
    void aLearnerIsMailedOnceWhateverIsRevokedAndAwardedLater() {
        // Given
        Story story = new Story("mail-once");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.program-credentials")) {
            probe.send(story.certificate("A", 1, "downloadable", 10));
            Mailbox.await(address(story), 1);

            // When
            probe.send(story.certificate("A", 2, "notpassing", 20));
            story.awaitCredentials("revoked", 2);
            probe.send(story.certificate("A", 3, "downloadable", 30));
            story.awaitCredentials("awarded", 2);
        }

        // Then
        Mailbox.awaitNothingFor(story.learnerId());
        String hex = story.credentials("type", "program")
                .getString("results[0].uuid")
                .replace("-", "");
        assertThat(Mailbox.parts(address(story)))
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .containsEntry("subject", "Well done, Ada")
                        .containsEntry("from", "laurel@example.org")
                        .hasEntrySatisfying(
                                "text", text -> assertThat(text).matches("See http\\S+/credentials/" + hex + "/\\s*"))
                        .hasEntrySatisfying(
                                "html",
                                html -> assertThat(html)
                                        .contains("<p>Program mail-once at Laurel: <a href=\"http")
                                        .contains("/credentials/" + hex + "/\">see</a></p>")));
        assertThat(outcome(story)).isEqualTo("posted");
        given().auth()
                .oauth2(story.token())
                .get("/api/programs/v1/learners/{username}/data", story.username())
                .then()
                .statusCode(200)
                .body("data.completion_mails.outcome", contains("posted"));
    }

    @Test
    void nobodyIsMailedAboutARetiredProgram() {
        // Given
        Story story = new Story("mail-retired");
        story.put(
                        1,
                        story.document(1, List.of(List.of("A")))
                                .replace("\"status\": \"active\", \"courses\"", "\"status\": \"retired\", \"courses\""))
                .statusCode(201);

        // When
        certify(story);

        // Then
        assertThat(outcome(story)).isEqualTo("program_retired");
        assertThat(Mailbox.of(address(story))).isEmpty();
    }

    @Test
    void theTemplateOfTheProgramCountsEvenWhenItIsDisabled() {
        // Given
        Story story = new Story("mail-disabled");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        MailSettings.template(story.program(1).replace("-", ""), false);

        // When
        certify(story);

        // Then
        assertThat(outcome(story)).isEqualTo("template_disabled");
        assertThat(Mailbox.of(address(story))).isEmpty();
    }

    @Test
    void whoWasNotMailedAtFirstIsNotMailedLater() {
        // Given
        Story story = new Story("mail-off");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        MailSettings.site(false);
        certify(story);
        assertThat(outcome(story)).isEqualTo("switched_off");
        MailSettings.site(true);

        // When
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.program-credentials")) {
            probe.send(story.certificate("A", 2, "notpassing", 20));
            story.awaitCredentials("revoked", 2);
            probe.send(story.certificate("A", 3, "downloadable", 30));
            story.awaitCredentials("awarded", 2);
        }

        // Then
        assertThat(outcome(story)).isEqualTo("switched_off");
        assertThat(Mailbox.of(address(story))).isEmpty();
    }

    @Test
    void aLearnerWithoutAddressIsAwardedAndNotMailed() {
        // Given
        Story story = new Story("mail-nowhere");
        story.put(1, List.of(List.of("A"))).statusCode(201);

        // When
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.program-credentials")) {
            var event = story.certificate("A", 1, "downloadable", 10);
            probe.send(event.withJson(event.json().replace(address(story), "")));
            story.awaitCredentials("awarded", 2);
        }

        // Then
        assertThat(outcome(story)).isEqualTo("no_address");
    }

    @Test
    void anAddressThatCannotBeMailedToDoesNotCostTheAward() {
        // Given
        Story story = new Story("mail-unfit");
        story.put(1, List.of(List.of("A"))).statusCode(201);

        // When
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.program-credentials")) {
            var event = story.certificate("A", 1, "downloadable", 10);
            probe.send(event.withJson(event.json().replace(address(story), "two words@example.org")));
            story.awaitCredentials("awarded", 2);
        }

        // Then
        await().atMost(KafkaProbe.PATIENCE)
                .untilAsserted(() -> assertThat(Database.current()
                                .query("select error from mail where learner_id = ?", story.learnerId()))
                        .containsExactly(Map.of("error", "unfit_address")));
    }

    @Test
    void aCredentialThatIsMadeAsRevokedMailsNobodyBeforeItIsAwarded() {
        // Given
        Story story = new Story("mail-made");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.program-credentials")) {
            probe.send(story.certificate("X", 1, "downloadable", 10));
            story.awaitCredentials("awarded", 1);
        }

        // When
        post(story, "revoked");

        // Then
        assertThat(outcome(story)).isEqualTo("null");
        post(story, "awarded");
        assertThat(outcome(story)).isEqualTo("posted");
        assertThat(Mailbox.await(address(story), 1)).hasSize(1);
    }

    private static void post(Story story, String status) {
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body("""
                        {"username": "%s", "credential": {"program_uuid": "%s"}, "status": "%s"}
                        """.formatted(story.username(), story.program(1), status))
                .post("/api/v2/credentials/")
                .then()
                .statusCode(201);
    }

    private static void certify(Story story) {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.program-credentials")) {
            probe.send(story.certificate("A", 1, "downloadable", 10));
            story.awaitCredentials("awarded", 2);
        }
    }

    private static String outcome(Story story) {
        return String.valueOf(Database.current()
                .value("select (select outcome from completion_mail where learner_id = ?)", story.learnerId()));
    }

    private static String address(Story story) {
        return story.username() + "@example.org";
    }
}
