package org.laurel.programs.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;
import org.laurel.programs.credential.db.WaitingQuery;

/** Nothing that a learner has earned is lost while something stands in the way of its award. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class PendingAwardTest {

    private static final String CREDENTIALS = "laurel.program-credentials";

    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.fromNow(CREDENTIALS);
    }

    @AfterEach
    void putBack() {
        Site.putBack();
        probe.close();
    }

    private static ValidatableResponse pending(String... query) {
        var request = given().auth().oauth2(Tokens.staff());
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.get("/api/programs/v1/pending-awards").then();
    }

    private static void awaitPending(int count, String... query) {
        await(count + " pending")
                .atMost(KafkaProbe.PATIENCE)
                .untilAsserted(() -> pending(query).statusCode(200).body("count", equalTo(count)));
    }

    @Test
    void whatIsSwitchedOnConcernsOnlyThoseWhomAnAwardAwaits() {
        // Given
        Story holds = new Story("pendholds");
        probe.send(holds.certificate("A", 1, "downloadable", 10));
        holds.awaitCredentials("awarded", 1);
        Story awaits = new Story("pendawaits");
        Site.switchCredentials(false);
        probe.send(awaits.certificate("A", 1, "downloadable", 10));
        awaitPending(1, "username", awaits.username());
        // When
        List<LearnerId> concerned =
                CDI.current().select(WaitingQuery.class).get().learners("", 10_000);
        // Then
        assertThat(concerned)
                .contains(new LearnerId(awaits.learnerId()))
                .doesNotContain(new LearnerId(holds.learnerId()));
    }

    @Test
    void awardsWhatWasEarnedWhileCredentialsWereSwitchedOff() {
        // Given
        Story story = new Story("pendswitched");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        Site.switchCredentials(false);
        probe.send(story.certificate("A", 1, "downloadable", 10));
        awaitPending(2, "username", story.username());
        assertThat(story.credentials().getInt("count")).isZero();
        // When
        Site.switchCredentials(true);
        // Then
        story.awaitCredentials("awarded", 2);
        pending("username", story.username()).body("count", equalTo(0));
        List<ReceivedEvent> events = probe.awaitEvents(CREDENTIALS, 2, story::isAbout);
        assertThat(events.getLast().type()).isEqualTo("org.laurel.program-credential.awarded.v1");
        assertThat(events.getLast().body().path("reason").asText()).isEqualTo("courses_completed");
        assertThat(Instant.parse(events.getLast().body().path("available_at").asText()))
                .isEqualTo(Story.at(10));
    }

    @Test
    void listsWhatWaitsWithTheReason() {
        // Given
        Story story = new Story("pendlisted");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        Site.switchCredentials(false);
        probe.send(story.certificate("A", 1, "downloadable", 10));
        awaitPending(2, "username", story.username());
        // When
        ValidatableResponse program =
                pending("program", story.program(1), "reason", "credentials_disabled", "page_size", "1");
        ValidatableResponse other = pending("program", story.program(1), "reason", "program_excluded");
        // Then
        program.statusCode(200)
                .body("count", equalTo(1))
                .body("results[0].learner_id", equalTo(story.learnerId()))
                .body("results[0].username", equalTo(story.username()))
                .body("results[0].credential.type", equalTo("program"))
                .body("results[0].credential.program_uuid", equalTo(story.program(1)))
                .body("results[0].credential.program_title", equalTo("Program pendlisted"))
                .body("results[0].credential.mode", nullValue())
                .body("results[0].reason", equalTo("credentials_disabled"))
                .body("results[0].earned_at", notNullValue())
                .body("results[0].available_at", equalTo("2026-02-03T04:10:00Z"));
        other.body("count", equalTo(0));
    }

    /** Revocations take effect whatever the switch says. What was never made appears as revoked, and nobody is told. */
    @Test
    void revokesWhileCredentialsAreSwitchedOffAndForgetsWhatWaited() {
        // Given
        Story story = new Story("pendleaving");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        story.put(2, List.of(List.of("A"), List.of("B"))).statusCode(201);
        probe.send(story.certificate("A", 1, "downloadable", 10));
        story.awaitCredentials("awarded", 2);
        Site.switchCredentials(false);
        probe.send(story.certificate("B", 1, "downloadable", 20));
        awaitPending(2, "username", story.username());
        // When
        probe.sendAll(
                List.of(story.certificate("A", 2, "notpassing", 30), story.certificate("B", 2, "notpassing", 40)));
        // Then
        awaitPending(0, "username", story.username());
        story.awaitCredentials("revoked", 3);
        Site.switchCredentials(true);
        Site.awaitJobs();
        assertThat(story.credentials("status", "awarded").getInt("count")).isZero();
        assertThat(probe.awaitEvents(CREDENTIALS, 4, story::isAbout)).hasSize(4);
    }

    @Test
    void awardsAsSoonAsTheConfigurationIsActive() {
        // Given
        Story story = new Story("pendunconfigured");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        configure(story, false);
        probe.send(story.certificate("A", 1, "downloadable", 10));
        awaitPending(1, "username", story.username(), "reason", "no_active_configuration");
        Decisions.program(story, 1, "").statusCode(400).body("error_code", equalTo("no_active_configuration"));
        String earned = pending("username", story.username()).extract().path("results[0].earned_at");
        // When
        configure(story, true);
        // Then
        story.awaitCredentials("awarded", 2);
        pending("username", story.username()).body("count", equalTo(0));
        assertThat(story.credentials("type", "program").getString("results[0].created"))
                .isEqualTo(earned);
    }

    /** A configuration that becomes inactive takes nothing back. */
    @Test
    void keepsWhatWasAwardedWhenTheConfigurationIsSwitchedOff() {
        // Given
        Story story = new Story("penddeconfigured");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        probe.send(story.certificate("A", 1, "downloadable", 10));
        story.awaitCredentials("awarded", 2);
        configure(story, false);
        // When
        probe.send(story.certificate("A", 2, "downloadable", "verified", 20, Story.at(25)));
        // Then
        List<ReceivedEvent> events = probe.awaitEvents(CREDENTIALS, 4, story::isAbout);
        assertThat(events.getLast().type()).isEqualTo("org.laurel.program-credential.awarded.v1");
        assertThat(Instant.parse(events.getLast().body().path("available_at").asText()))
                .isEqualTo(Story.at(25));
        assertThat(story.credentials("status", "awarded").getInt("count")).isEqualTo(2);
    }

    private static void configure(Story story, boolean active) {
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body("{\"is_active\": " + active + "}")
                .patch("/api/programs/v1/programs/{uuid}/certificate-configuration", story.program(1))
                .then()
                .statusCode(200);
    }

    @Test
    void skipsTheProgramsOfTheListAndAwardsTheOthers() {
        // Given
        Story story = new Story("pendskipped");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        story.put(2, List.of(List.of("A"))).statusCode(201);
        story.put(3, List.of(List.of("A"))).statusCode(201);
        Site.exceptPrograms(story.program(2));
        // When
        probe.send(story.certificate("A", 1, "downloadable", 10));
        // Then
        story.awaitCredentials("awarded", 3);
        pending("username", story.username())
                .body("count", equalTo(1))
                .body("results[0].credential.program_uuid", equalTo(story.program(2)))
                .body("results[0].reason", equalTo("program_excluded"));
        Site.putBack();
        story.awaitCredentials("awarded", 4);
    }

    @Test
    void awardsNoProgramAtAllWhenTheListBeginsWithAll() {
        // Given
        Story story = new Story("pendskipall");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        Site.exceptPrograms("ALL");
        // When
        probe.send(story.certificate("A", 1, "downloadable", 10));
        // Then
        story.awaitCredentials("awarded", 1);
        awaitPending(1, "username", story.username(), "reason", "program_excluded");
    }

    /** What staff decide needs no switch; and what they have decided about does not wait. */
    @Test
    void letsStaffAwardWhileCredentialsAreSwitchedOff() {
        // Given
        Story story = new Story("pendanyway");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        Site.switchCredentials(false);
        probe.send(story.certificate("A", 1, "downloadable", 10));
        awaitPending(2, "username", story.username());
        // When
        Decisions.program(story, 1, "").statusCode(201).body("status", equalTo("awarded"));
        // Then
        pending("username", story.username())
                .body("count", equalTo(1))
                .body("results[0].credential.course_run_key", equalTo(story.course("A")));
    }

    @Test
    void keepsWaitingWhenTheCertificateSaysTheSameAgain() {
        // Given
        Story story = new Story("pendsame");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        Site.switchCredentials(false);
        probe.send(story.certificate("A", 1, "downloadable", 10));
        awaitPending(2, "username", story.username());
        List<Map<String, Object>> before =
                pending("username", story.username()).extract().path("results");
        // When
        probe.sendAll(List.of(
                story.certificate("A", 2, "downloadable", "verified", 20, Story.at(10)),
                story.certificate("Z", 1, "downloadable", 30)));
        // Then
        awaitPending(3, "username", story.username());
        List<Map<String, Object>> after =
                pending("username", story.username()).extract().path("results");
        assertThat(after).containsAll(before);
    }

    @Test
    void isReadByCursorToo() {
        // Given
        Story story = new Story("pendcursor");
        Site.switchCredentials(false);
        probe.sendAll(List.of(
                story.certificate("A", 1, "downloadable", 10),
                story.certificate("B", 1, "downloadable", 20),
                story.certificate("C", 1, "downloadable", 30)));
        awaitPending(3, "username", story.username());
        List<String> all = pending("username", story.username()).extract().path("results.credential.course_run_key");
        // When
        ValidatableResponse first = pending("username", story.username(), "page_size", "2");
        // Then
        first.statusCode(200).body("count", equalTo(3));
        pending(
                        "username",
                        story.username(),
                        "page_size",
                        "2",
                        "cursor",
                        first.extract().path("next_cursor"))
                .body("results.credential.course_run_key", equalTo(all.subList(2, 3)))
                .body("next_cursor", nullValue());
        first.body("results.credential.course_run_key", equalTo(all.subList(0, 2)));
    }

    @ParameterizedTest
    @CsvSource({
        "program, garbage, invalid_program_uuid",
        "reason, lost, invalid_reason",
        "page, 0, invalid_page",
        "page, x, invalid_page",
        "page, 99999, page_too_deep",
        "cursor, x, invalid_cursor",
    })
    void refusesParametersThatDoNotParse(String parameter, String value, String code) {
        // When
        ValidatableResponse answer = pending(parameter, value);
        // Then
        answer.statusCode(400).body("error_code", equalTo(code));
    }

    @Test
    void isForStaffOnly() {
        // When
        var answer = given().auth()
                .oauth2(new Story("pendcurious").token())
                .get("/api/programs/v1/pending-awards")
                .then();
        // Then
        answer.statusCode(403).body("error_code", equalTo("forbidden"));
    }
}
