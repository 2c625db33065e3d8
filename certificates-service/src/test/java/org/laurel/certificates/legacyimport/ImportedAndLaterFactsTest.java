package org.laurel.certificates.legacyimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.Story;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;

/** An imported certificate stays as it was until something newer happens, whatever is learned in which order. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ImportedAndLaterFactsTest {

    @Inject
    FactFolding folding;

    @Test
    void staysAsItWasWhenOlderFactsArrive() {
        Story story = new Story("imported-older-facts");
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            // Given
            imported(story, "downloadable", 100);

            // When
            probe.send(story.courseRun());
            probe.send(story.enrolled("verified", 1, 10));
            probe.send(story.passing(true, "0.5", 20));
            awaitStanding(story, "passing and mode = 'verified'");

            // Then
            assertIsAsImported(story, "downloadable", 100);
            assertThat(probe.received("laurel.certificates")).noneMatch(story::isAbout);
        }
    }

    @Test
    void isTheSameWhenTheOlderFactsWereThereBefore() {
        Story story = new Story("imported-after-facts");
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            // Given
            probe.send(story.courseRun());
            probe.send(story.enrolled("audit", 1, 10));
            probe.send(story.passing(true, "0.5", 20));
            awaitStanding(story, "passing and mode = 'audit'");

            // When
            imported(story, "unavailable", 100);

            // Then
            assertIsAsImported(story, "unavailable", 100);
        }
    }

    @Test
    void changesWithANewerFactAndKeepsItsIdAndCreation() {
        Story story = new Story("imported-newer-fact");
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            // Given
            imported(story, "downloadable", 100);
            tellOfTheRun(probe, story, story.courseRun());

            // When
            probe.send(story.passing(false, "0.1", 200));

            // Then
            probe.awaitEvents("laurel.certificates", 2, story::isAbout);
            assertThat(certificate(story))
                    .containsEntry("status", "notpassing")
                    .containsEntry(
                            "verify_uuid", Imports.uuid("f" + story.word().hashCode()))
                    .containsEntry("created", "2012-08-01 10:00:00+00")
                    .containsEntry("modified", sqlText(200));
        }
    }

    @Test
    void keepsTheStatedCreationWhenItComesAfterANewerFact() {
        Story story = new Story("imported-behind-newer");
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            // Given
            probe.send(story.courseRun());
            probe.send(story.enrolled("verified", 1, 10));
            probe.send(story.passing(true, "0.5", 200));
            probe.awaitEvents("laurel.certificates", 2, story::isAbout);
            String uuid = String.valueOf(certificate(story).get("verify_uuid"));

            // When
            Imports.imported(Imports.NDJSON, "", row(story, "notpassing", 100, uuid))
                    .body("counts.imported", equalTo(1));

            // Then
            assertThat(certificate(story))
                    .containsEntry("status", "downloadable")
                    .containsEntry("created", "2012-08-01 10:00:00+00")
                    .containsEntry("modified", sqlText(200));
        }
    }

    @Test
    void aLaterChangeOfDatesIsToldAlthoughTheImportWasSilent() {
        Story story = new Story("imported-dated");
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            // Given
            tellOfTheRun(probe, story, story.courseRunShowingFrom(1, 0, 60));
            imported(story, "downloadable", 100);
            assertThat(probe.received("laurel.certificates")).noneMatch(story::isAbout);

            // When
            probe.send(story.courseRunShowingFrom(2, 200, 90));

            // Then
            var event =
                    probe.awaitEvents("laurel.certificates", 1, story::isAbout).getFirst();
            assertThat(event.type()).isEqualTo("org.laurel.course-cert.changed.v1");
            assertThat(event.body().get("available_at").asText())
                    .isEqualTo(Story.at(90).toString());
            assertIsAsImported(story, "downloadable", 100);
        }
    }

    @Test
    void aLateFactThatLeadsBackToTheStatementIsTold() {
        Story story = new Story("imported-regained");
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            // Given
            imported(story, "downloadable", 100);
            tellOfTheRun(probe, story, story.courseRun());
            probe.send(story.passing(false, "0.1", 200));
            probe.awaitEvents("laurel.certificates", 2, story::isAbout);

            // When
            FactOrder listed =
                    new FactOrder(Story.at(150), FactOrder.NO_SEQUENCE, Fact.Allowlisted.KIND, "/lms", "listed");
            folding.apply(List.of(new FactCommand.TakeIn(
                    new CaseKey(new LearnerId(story.learnerId()), new CourseKey(story.course())),
                    new Fact.Allowlisted(listed, Fact.Allowlisted.Entry.ENABLED),
                    null,
                    Cause.of("/lms", "listed"))));

            // Then
            assertThat(probe.awaitEvents("laurel.certificates", 4, story::isAbout).stream()
                            .skip(2)
                            .map(ReceivedEvent::type))
                    .containsExactly("org.laurel.course-cert.changed.v1", "org.laurel.course-cert.awarded.v1");
        }
    }

    /** The learner is enrolled in the course run, and both are known. */
    private static void tellOfTheRun(KafkaProbe probe, Story story, PlatformEvent courseRun) {
        probe.send(courseRun);
        probe.send(story.enrolled("verified", 1, 10));
        awaitStanding(story, "mode = 'verified'");
        await().until(() -> !Database.current()
                .query("select 1 from course_settings where course_key = ?", story.course())
                .isEmpty());
    }

    private static void imported(Story story, String status, int minute) {
        Imports.imported(
                        Imports.NDJSON,
                        "",
                        row(
                                story,
                                status,
                                minute,
                                Imports.uuid("f" + story.word().hashCode())))
                .body("counts.imported", equalTo(1));
    }

    private static String row(Story story, String status, int minute, String uuid) {
        return """
                {"learner_id": "%s", "course_key": "%s", "status": "%s", "mode": "honor", "grade": "0.9",
                 "name": "Old Name", "verify_uuid": "%s", "created_at": "2012-08-01T10:00:00Z", "modified_at": "%s"}""".replace("\n", "").formatted(story.learnerId(), story.course(), status, uuid, Story.at(minute));
    }

    private static void assertIsAsImported(Story story, String status, int minute) {
        assertThat(certificate(story))
                .containsEntry("status", status)
                .containsEntry("mode", "honor")
                .containsEntry("grade", "0.9")
                .containsEntry("name", "Old Name")
                .containsEntry("verify_uuid", Imports.uuid("f" + story.word().hashCode()))
                .containsEntry("created", "2012-08-01 10:00:00+00")
                .containsEntry("modified", sqlText(minute));
    }

    private static String sqlText(int minute) {
        return String.valueOf(Database.current()
                .value("select ?::timestamptz::text", Story.at(minute).toString()));
    }

    private static void awaitStanding(Story story, String condition) {
        await().until(() -> !Database.current()
                .query("select 1 from standing where learner_id = ? and " + condition, story.learnerId())
                .isEmpty());
    }

    private static Map<String, Object> certificate(Story story) {
        return Database.current().query("""
                        select *, created_at::text as created, modified_at::text as modified from certificate
                        where learner_id = ?
                        """, story.learnerId()).getFirst();
    }
}
