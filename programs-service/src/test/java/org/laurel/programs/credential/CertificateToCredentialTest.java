package org.laurel.programs.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.laurel.programs.Story.at;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.programs.Story;

/** The main job of the service, from Kafka to Kafka. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CertificateToCredentialTest {

    private static final String CREDENTIALS = "laurel.program-credentials";
    private static final String COURSE_AWARDED = "org.laurel.course-credential.awarded.v1";
    private static final String COURSE_REVOKED = "org.laurel.course-credential.revoked.v1";
    private static final String PROGRAM_AWARDED = "org.laurel.program-credential.awarded.v1";
    private static final String PROGRAM_REVOKED = "org.laurel.program-credential.revoked.v1";

    @Test
    void awardsTheProgramWithItsLastCourse() {
        // Given
        Story story = new Story("award");
        story.put(1, List.of(List.of("A"), List.of("B"))).statusCode(201);
        try (KafkaProbe probe = KafkaProbe.fromNow(CREDENTIALS)) {
            probe.send(story.certificate("A", 1, "downloadable", 10));
            story.awaitCredentials("awarded", 1);

            // When
            probe.send(story.certificate("B", 1, "downloadable", 20));

            // Then
            List<ReceivedEvent> events = probe.awaitEvents(CREDENTIALS, 3, story::isAbout);
            assertThat(events)
                    .extracting(ReceivedEvent::type)
                    .containsExactly(COURSE_AWARDED, COURSE_AWARDED, PROGRAM_AWARDED);
            var program = events.getLast().body();
            assertThat(program.path("program_uuid").asText()).isEqualTo(story.program(1));
            assertThat(program.path("program_title").asText()).isEqualTo("Program award");
            assertThat(program.path("program_type").asText()).isEqualTo("micromasters");
            assertThat(program.path("status").asText()).isEqualTo("awarded");
            assertThat(program.path("reason").asText()).isEqualTo("courses_completed");
            assertThat(Instant.parse(program.path("available_at").asText())).isEqualTo(at(20));
            assertThat(program.path("version").asInt()).isEqualTo(1);
        }
    }

    /** The same credential is revoked and awarded again under one uuid; every version is in the history. */
    @Test
    void revokesAndAwardsAgainUnderTheSameUuid() {
        // Given
        Story story = new Story("revoke");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        try (KafkaProbe probe = KafkaProbe.fromNow(CREDENTIALS)) {
            probe.send(story.certificate("A", 1, "downloadable", 10));
            story.awaitCredentials("awarded", 2);

            // When
            probe.send(story.certificate("A", 2, "notpassing", 20));
            story.awaitCredentials("revoked", 2);
            probe.send(story.certificate("A", 3, "downloadable", 30));

            // Then
            List<ReceivedEvent> events = probe.awaitEvents(CREDENTIALS, 6, story::isAbout);
            assertThat(events)
                    .extracting(ReceivedEvent::type)
                    .containsExactly(
                            COURSE_AWARDED,
                            PROGRAM_AWARDED,
                            COURSE_REVOKED,
                            PROGRAM_REVOKED,
                            COURSE_AWARDED,
                            PROGRAM_AWARDED);
            assertThat(events)
                    .extracting(event -> event.body().path("version").asInt())
                    .containsExactly(1, 1, 2, 2, 3, 3);
            assertThat(events)
                    .extracting(event -> event.body().path("credential_uuid").asText())
                    .doesNotContain("")
                    .hasSize(6)
                    .containsOnly(
                            events.get(0).body().path("credential_uuid").asText(),
                            events.get(1).body().path("credential_uuid").asText());
            assertThat(Database.current()
                            .query(
                                    "select status, cause_id from program_credential_history where learner_id = ?"
                                            + " order by history_id",
                                    story.learnerId()))
                    .extracting(row -> row.get("status"))
                    .containsExactly("awarded", "revoked", "awarded");
        }
    }

    @Test
    void tellsANewDateByAwardingAgainUnderAHigherVersion() {
        // Given
        Story story = new Story("redate");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        try (KafkaProbe probe = KafkaProbe.fromNow(CREDENTIALS)) {
            probe.send(story.certificate("A", 1, "downloadable", "verified", 10, at(10)));
            story.awaitCredentials("awarded", 2);

            // When
            probe.send(story.certificate("A", 2, "downloadable", "verified", 20, at(90)));

            // Then
            List<ReceivedEvent> events = probe.awaitEvents(CREDENTIALS, 4, story::isAbout);
            assertThat(events)
                    .extracting(
                            ReceivedEvent::type,
                            event -> event.body().path("version").asInt(),
                            event -> Instant.parse(
                                    event.body().path("available_at").asText()))
                    .containsExactly(
                            tuple(COURSE_AWARDED, 1, at(10)),
                            tuple(PROGRAM_AWARDED, 1, at(10)),
                            tuple(COURSE_AWARDED, 2, at(90)),
                            tuple(PROGRAM_AWARDED, 2, at(90)));
            assertThat(events.get(2).body().path("credential_uuid"))
                    .isEqualTo(events.get(0).body().path("credential_uuid"));
        }
    }

    @Test
    void keepsTheProgramWhileAnotherRunStillCompletesIt() {
        // Given
        Story story = new Story("recheck");
        story.put(1, List.of(List.of("A", "B"))).statusCode(201);
        try (KafkaProbe probe = KafkaProbe.fromNow(CREDENTIALS)) {
            probe.sendAll(List.of(
                    story.certificate("A", 1, "downloadable", 10), story.certificate("B", 1, "downloadable", 20)));
            story.awaitCredentials("awarded", 3);

            // When
            probe.send(story.certificate("A", 2, "unavailable", 30));
            story.awaitCredentials("revoked", 1);

            // Then
            assertThat(story.credentials("type", "program").getList("results.status"))
                    .containsExactly("awarded");
            probe.send(story.certificate("B", 2, "unavailable", 40));
            story.awaitCredentials("revoked", 3);
        }
    }

    @Test
    void awardsEveryProgramThatSharesTheRun() {
        // Given
        Story story = new Story("shared");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        story.put(2, List.of(List.of("A", "B"))).statusCode(201);
        story.put(3, List.of(List.of("A"), List.of("C"))).statusCode(201);
        try (KafkaProbe probe = KafkaProbe.fromNow(CREDENTIALS)) {
            // When
            probe.send(story.certificate("A", 1, "downloadable", 10));

            // Then
            List<ReceivedEvent> events = probe.awaitEvents(CREDENTIALS, 3, story::isAbout);
            assertThat(events)
                    .extracting(
                            ReceivedEvent::type,
                            event -> event.body().path("program_uuid").asText())
                    .containsExactlyInAnyOrder(
                            tuple(COURSE_AWARDED, ""),
                            tuple(PROGRAM_AWARDED, story.program(1)),
                            tuple(PROGRAM_AWARDED, story.program(2)));
        }
    }

    @Test
    void awardsByAChangeOfTheProgramAndNeverRevokesByOne() {
        // Given
        Story story = new Story("catalogue");
        try (KafkaProbe probe = KafkaProbe.fromNow(CREDENTIALS)) {
            probe.send(story.certificate("A", 1, "downloadable", 10));
            story.awaitCredentials("awarded", 1);

            // When
            story.put(1, List.of(List.of("A"))).statusCode(201);
            story.awaitCredentials("awarded", 2);
            story.put(1, List.of(List.of("A"), List.of("B"))).statusCode(200);
            awaitJobs();

            // Then
            List<ReceivedEvent> events = probe.awaitEvents(CREDENTIALS, 2, story::isAbout);
            assertThat(events).extracting(ReceivedEvent::type).containsExactly(COURSE_AWARDED, PROGRAM_AWARDED);
            assertThat(events.getLast().body().path("reason").asText()).isEqualTo("program_changed");
            assertThat(story.credentials("type", "program").getList("results.status"))
                    .containsExactly("awarded");
        }
    }

    /** Facts sent twice under two ids, old versions after new ones, and announcements beside the change have no effect. */
    @Test
    void takesOnlyTheNewestVersionIntoAccount() {
        // Given
        Story story = new Story("stale");
        try (KafkaProbe probe = KafkaProbe.fromNow(CREDENTIALS)) {
            probe.send(story.certificate("A", 3, "downloadable", 30));
            story.awaitCredentials("awarded", 1);
            PlatformEvent revoked = story.certificate("A", 9, "notpassing", 90);

            // When
            probe.sendAll(List.of(
                    story.certificate("A", 3, "downloadable", 30),
                    story.certificate("A", 2, "notpassing", 20),
                    PlatformEvent.of("org.laurel.course-cert.revoked.v1", revoked.key(), revoked.json()),
                    story.certificate("B", 1, "generating", 40),
                    story.certificate("B", 2, "downloadable", 50)));
            story.awaitCredentials("awarded", 2);

            // Then
            assertThat(probe.awaitEvents(CREDENTIALS, 2, story::isAbout))
                    .extracting(ReceivedEvent::type)
                    .containsExactly(COURSE_AWARDED, COURSE_AWARDED);
            assertThat(story.credentials("status", "revoked").getInt("count")).isZero();
        }
    }

    private static void awaitJobs() {
        await("jobs done")
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> Database.current()
                        .query("select 1 from job where state in ('waiting', 'running')")
                        .isEmpty());
    }
}
