package org.laurel.programs.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** A credential's status is what staff decided, otherwise what the certificates give. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CredentialDecisionTest {

    private static final String CREDENTIALS = "laurel.program-credentials";

    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.fromNow(CREDENTIALS);
    }

    @AfterEach
    void close() {
        probe.close();
    }

    /** A learner with a certificate in run A, in a program of that one run. */
    private Story certified(String word) {
        Story story = new Story("dec" + word);
        story.put(1, List.of(List.of("A"))).statusCode(201);
        probe.send(story.certificate("A", 1, "downloadable", 10));
        story.awaitCredentials("awarded", 2);
        return story;
    }

    private static String uuid(Story story, String type) {
        return story.credentials("type", type).getString("results[0].uuid");
    }

    @Test
    void keepsARevokedCredentialRevokedWhateverCertificatesCome() {
        // Given
        Story story = certified("pinned");
        String uuid = uuid(story, "course-run");
        Decisions.delete(uuid)
                .statusCode(200)
                .body("status", equalTo("revoked"))
                .body("uuid", equalTo(uuid));
        story.awaitCredentials("revoked", 2);
        // When
        probe.sendAll(List.of(
                story.certificate("A", 2, "notpassing", 20),
                story.certificate("A", 3, "downloadable", 30),
                story.certificate("Z", 1, "downloadable", 40)));
        story.awaitCredentials("awarded", 1);
        // Then
        Decisions.get(uuid).body("status", equalTo("revoked"));
        Decisions.withdraw(uuid).statusCode(200).body("status", equalTo("awarded"));
        story.awaitCredentials("awarded", 3);
    }

    @Test
    void countsACourseCredentialByDecisionForPrograms() {
        // Given
        Story story = certified("counts");
        story.put(2, List.of(List.of("A"), List.of("B"))).statusCode(201);
        // When
        Decisions.run(story, "B", "").statusCode(201);
        // Then
        List<ReceivedEvent> events = probe.awaitEvents(CREDENTIALS, 4, story::isAbout);
        assertThat(events.subList(2, 4))
                .extracting(
                        ReceivedEvent::type,
                        event -> event.body().path("reason").asText(),
                        event -> event.body().path("program_uuid").asText())
                .containsExactly(
                        tuple("org.laurel.course-credential.awarded.v1", "staff_awarded", ""),
                        tuple("org.laurel.program-credential.awarded.v1", "courses_completed", story.program(2)));
    }

    @Test
    void tellsOnlyRealChangesAndThatStaffMadeThem() {
        // Given
        Story story = certified("told");
        String uuid = uuid(story, "program");
        // When
        Decisions.change("PATCH", uuid, "{\"status\": \"awarded\"}").statusCode(200);
        Decisions.change("PATCH", uuid, "{\"status\": \"revoked\", \"reason\": \"Cheated\"}")
                .statusCode(200);
        Decisions.change("PATCH", uuid, "{\"status\": \"revoked\"}").statusCode(200);
        Decisions.withdraw(uuid).statusCode(200);
        // Then
        List<ReceivedEvent> events = probe.awaitEvents(CREDENTIALS, 4, story::isAbout);
        assertThat(events.subList(2, 4))
                .extracting(
                        ReceivedEvent::type,
                        event -> event.body().path("reason").asText())
                .containsExactly(
                        tuple("org.laurel.program-credential.revoked.v1", "staff_revoked"),
                        tuple("org.laurel.program-credential.awarded.v1", "courses_completed"));
    }

    /** Decisions 4: no course credential of the program, so the learner sees it from the time of the award. */
    @Test
    void showsAProgramThatStaffAwardedFromTheTimeOfTheAward() {
        // Given
        Story story = certified("given");
        story.put(2, List.of(List.of("C"), List.of("D"))).statusCode(201);
        Instant before = Instant.now();
        // When
        String uuid = Decisions.program(story, 2, "").statusCode(201).extract().path("uuid");
        // Then
        assertThat(story.credentials("type", "program", "only_visible", "true").getList("results.uuid"))
                .contains(uuid);
        ReceivedEvent told = probe.awaitEvents(CREDENTIALS, 3, story::isAbout).getLast();
        assertThat(Instant.parse(told.body().path("available_at").asText())).isAfterOrEqualTo(before);
        assertThat(told.body().path("reason").asText()).isEqualTo("staff_awarded");
    }

    @Test
    void showsAProgramThatStaffAwardedFromTheDateOfItsCourseCredentials() {
        // Given
        Story story = certified("dated");
        story.put(2, List.of(List.of("A"), List.of("D"))).statusCode(201);
        // When
        Decisions.program(story, 2, "").statusCode(201);
        // Then
        ReceivedEvent told = probe.awaitEvents(CREDENTIALS, 3, story::isAbout).getLast();
        assertThat(Instant.parse(told.body().path("available_at").asText())).isEqualTo(Story.at(10));
    }

    @Test
    void revokesWhatNothingSupportsWhenTheDecisionIsTakenBack() {
        // Given
        Story story = certified("alone");
        story.put(2, List.of(List.of("C"))).statusCode(201);
        String uuid = Decisions.program(story, 2, "").statusCode(201).extract().path("uuid");
        // When
        var answer = Decisions.withdraw(uuid);
        // Then
        answer.statusCode(200).body("status", equalTo("revoked"));
        ReceivedEvent told = probe.awaitEvents(CREDENTIALS, 4, story::isAbout).getLast();
        assertThat(told.body().path("reason").asText()).isEqualTo("decision_withdrawn");
    }

    /** The program asked for less when it was earned; a change of the catalogue never takes back, nor does staff's change of mind. */
    @Test
    void bringsBackWhatWasEarnedBeforeTheProgramAskedForMore() {
        // Given
        Story story = certified("earned");
        String uuid = uuid(story, "program");
        story.put(1, List.of(List.of("A"), List.of("B"))).statusCode(200);
        Decisions.delete(uuid).statusCode(200).body("status", equalTo("revoked"));
        // When
        var answer = Decisions.withdraw(uuid);
        // Then
        answer.statusCode(200).body("status", equalTo("awarded"));
    }

    @Test
    void tellsStaffWhoDecidedWhatAndWhy() {
        // Given
        Story story = certified("whodid");
        String uuid = uuid(story, "program");
        Decisions.change("PUT", uuid, "{\"status\": \"revoked\", \"reason\": \"Cheated\", \"username\": \"x\"}")
                .statusCode(200)
                .body("status", equalTo("revoked"))
                .body("username", equalTo(story.username()));
        // When
        var answer = given().auth()
                .oauth2(Tokens.staff())
                .get(Decisions.decision(uuid))
                .then();
        // Then
        String tag = answer.statusCode(200)
                .body("credential_uuid", equalTo(uuid))
                .body("status", equalTo("revoked"))
                .body("decided_by", equalTo("staff"))
                .body("reason", equalTo("Cheated"))
                .extract()
                .header("ETag");
        assertThat(tag).isEqualTo("\"1\"");
    }

    @Test
    void takesADecisionBackOnlyWhileIfMatchNamesIt() {
        // Given
        Story story = certified("matched");
        String uuid = uuid(story, "program");
        Decisions.delete(uuid).statusCode(200);
        // When
        var stale = given().auth()
                .oauth2(Tokens.staff())
                .header("If-Match", "\"7\"")
                .delete(Decisions.decision(uuid))
                .then();
        var right = given().auth()
                .oauth2(Tokens.staff())
                .header("If-Match", "\"1\"")
                .queryParam("reason", "A mistake")
                .delete(Decisions.decision(uuid))
                .then();
        // Then
        stale.statusCode(412).body("error_code", equalTo("other_decision"));
        right.statusCode(200).body("status", equalTo("awarded"));
        given().auth()
                .oauth2(Tokens.staff())
                .get(Decisions.decision(uuid))
                .then()
                .statusCode(404)
                .body("error_code", equalTo("no_decision"));
        Decisions.withdraw(uuid).statusCode(404).body("error_code", equalTo("no_decision"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"attributes\": [{\"name\": \"n\", \"value\": \"v\"}]}"})
    void changesNothingWithoutAStatus(String body) {
        // Given
        Story story = certified("nochange" + body.length());
        String uuid = uuid(story, "program");
        // When
        var answer = Decisions.change("PATCH", uuid, body);
        // Then
        answer.statusCode(200).body("status", equalTo("awarded")).body("attributes.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, 00000000-0000-4000-8000-00000000dead",
        "PATCH, garbage",
        "DELETE, garbage",
        "DELETE, 00000000-0000-4000-8000-00000000dead",
    })
    void answersNotFoundForUnknownCredentials(String method, String uuid) {
        // When
        var answer = Decisions.change(method, uuid, "{\"status\": \"revoked\"}");
        // Then
        answer.statusCode(404).body("error_code", equalTo("credential_not_found"));
        given().auth()
                .oauth2(Tokens.staff())
                .get(Decisions.decision(uuid))
                .then()
                .statusCode(404)
                .body("error_code", equalTo("credential_not_found"));
        Decisions.withdraw(uuid).statusCode(404).body("error_code", equalTo("credential_not_found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "long"})
    void refusesAReasonThatCannotBeKept(String text) {
        // Given
        Story story = certified("badreason" + text.codePointAt(0));
        String uuid = uuid(story, "program");
        Decisions.delete(uuid).statusCode(200);
        String reason = text.equals("long") ? "r".repeat(1001) : text;
        // When
        var answer = given().auth()
                .oauth2(Tokens.staff())
                .queryParam("reason", reason)
                .delete(Decisions.decision(uuid))
                .then();
        // Then
        answer.statusCode(400)
                .body("error_code", equalTo("invalid_reason"))
                .body("violations[0].field", equalTo("reason"));
        Decisions.change("PATCH", uuid, "{\"status\": \"awarded\", \"reason\": 1.5}")
                .statusCode(400)
                .body("error_code", equalTo("invalid_reason"));
        Decisions.get(uuid).body("status", equalTo("revoked"));
    }

    @Test
    void isForStaffAndServiceClients() {
        // Given
        String uuid = "00000000-0000-4000-8000-00000000dead";
        String token = new Story("decider").token();
        // When
        var answer = given().auth().oauth2(token).get(Decisions.decision(uuid)).then();
        // Then
        answer.statusCode(403).body("error_code", equalTo("forbidden"));
        given().get(Decisions.decision(uuid)).then().statusCode(401).body("error_code", equalTo("unauthorized"));
        for (String path : List.of(Decisions.decision(uuid), "/api/v2/credentials/" + uuid + "/")) {
            given().auth().oauth2(token).delete(path).then().statusCode(403).body("error_code", equalTo("forbidden"));
            given().delete(path).then().statusCode(401).body("error_code", equalTo("unauthorized"));
        }
    }

    @Test
    void refusesAStatusThatThereIsNot() {
        // Given
        Story story = certified("nostatus");
        String uuid = uuid(story, "program");
        // When
        var answer = Decisions.change("PATCH", uuid, "{\"status\": \"lost\"}");
        // Then
        Decisions.change("PUT", uuid, "{\"status\": null}")
                .statusCode(400)
                .body("error_code", equalTo("invalid_status"));
        Decisions.change("PUT", uuid, "[]").statusCode(400).body("error_code", equalTo("invalid_body"));
        answer.statusCode(400)
                .body("error_code", equalTo("invalid_status"))
                .body("violations[0].field", equalTo("status"));
    }

    /** The certificate's own date to show reaches the credential, and a newer request wins over it. */
    @Test
    void showsTheDateOverrideOfACertificate() {
        // Given
        Story story = certified("override");
        String uuid = uuid(story, "course-run");
        String json = story.certificate("A", 2, "downloadable", 20)
                .json()
                .replace("\"date_override\": null", "\"date_override\": \"2025-07-01T00:00:00Z\"");
        // When
        probe.send(PlatformEvent.of("org.laurel.course-cert.changed.v1", story.learnerId(), json));
        probe.send(story.certificate("Z", 1, "downloadable", 30));
        story.awaitCredentials("awarded", 3);
        // Then
        Decisions.get(uuid).body("date_override.date", equalTo("2025-07-01T00:00:00Z"));
        Decisions.run(story, "A", "").statusCode(201).body("date_override", nullValue());
    }

    /** What was posted last counts, even if a certificate's older word on the date arrives only afterwards. */
    @ParameterizedTest
    @CsvSource({"'', ", "', \"date_override\": {\"date\": \"2025-07-01T00:00:00Z\"}', 2025-07-01T00:00:00Z"})
    void aCertificatesOlderDateOverrideComesTooLate(String member, @Nullable String shown) {
        // Given
        Story story = certified(shown == null ? "latenone" : "latesame");
        String uuid = uuid(story, "course-run");
        probe.send(overriding(story, 2, shown));
        await().atMost(KafkaProbe.PATIENCE)
                .untilAsserted(() -> Decisions.get(uuid).body("date_override.date", equalTo(shown)));
        Decisions.run(story, "A", member).statusCode(201).body("date_override.date", equalTo(shown));
        // When
        probe.send(overriding(story, 3, shown == null ? "2025-07-01T00:00:00Z" : null));
        probe.send(story.certificate("Z", 1, "downloadable", 30));
        story.awaitCredentials("awarded", 3);
        // Then
        Decisions.get(uuid).body("date_override.date", equalTo(shown));
    }

    private static PlatformEvent overriding(Story story, int version, @Nullable String date) {
        String override = date == null ? "null" : "\"" + date + "\"";
        String json = story.certificate("A", version, "downloadable", 10 * version)
                .json()
                .replace("\"date_override\": null", "\"date_override\": " + override);
        return PlatformEvent.of("org.laurel.course-cert.changed.v1", story.learnerId(), json);
    }
}
