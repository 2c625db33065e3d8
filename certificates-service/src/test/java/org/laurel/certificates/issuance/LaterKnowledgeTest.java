package org.laurel.certificates.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;

/** What is learned after a grant changes an issued certificate only where it should. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class LaterKnowledgeTest {

    private static final String CERTIFICATES = "laurel.certificates";

    @Test
    void aLateEnrollmentDoesNotDateANewNameBack() {
        Story story = new Story("late-name");
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            // Given
            probe.send(story.courseRun());
            probe.send(story.enrolledAs("First name", 1, 0, "verified", 1, 10));
            probe.send(story.passing(true, "0.8", 20));
            probe.awaitEvents(CERTIFICATES, 2, story::isAbout);

            // When
            probe.send(story.enrolledAs("Second name", 2, 40, "verified", 2, 5));

            // Then
            await().until(() -> name(story, "learner").equals("Second name"));
            assertThat(name(story, "certificate")).isEqualTo("First name");
        }
    }

    @Test
    void theAccountsVersionBeatsItsTime() {
        Story story = new Story("version-wins");
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            // Given
            probe.send(story.courseRun());
            probe.send(story.enrolledAs("Newest", 3, 10, "verified", 1, 10));

            // When
            probe.send(story.renamed("Older", 2, 30));
            probe.send(story.passing(true, "0.8", 50));

            // Then
            probe.awaitEvents(CERTIFICATES, 2, story::isAbout);
            assertThat(name(story, "learner")).isEqualTo("Newest");
        }
    }

    @Test
    void aNameThatComesLateReachesWhatWasGrantedUnderTheOldOne() {
        Story story = new Story("name-late");
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            // Given
            probe.send(story.courseRun());
            probe.send(story.enrolledAs("Old", 1, 0, "verified", 1, 10));
            probe.send(story.passing(true, "0.8", 20));
            probe.awaitEvents(CERTIFICATES, 2, story::isAbout);

            // When
            probe.send(story.renamed("New", 2, 15));
            await().until(() -> name(story, "learner").equals("New"));
            probe.send(story.passing(true, "0.9", 30));

            // Then
            probe.awaitEvents(CERTIFICATES, 3, story::isAbout);
            assertThat(name(story, "certificate")).isEqualTo("New");
        }
    }

    @Test
    void aNewDateIsToldWithoutAnnouncingTheCertificateAgain() {
        Story story = new Story("new-date");
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            // Given
            probe.send(story.courseRunShowingFrom(1, 0, 60));
            probe.send(story.enrolled("verified", 1, 10));
            probe.send(story.passing(true, "0.8", 20));
            ReceivedEvent granted =
                    probe.awaitEvents(CERTIFICATES, 2, story::isAbout).getFirst();

            // When
            probe.send(story.courseRunShowingFrom(2, 30, 90));

            // Then
            List<ReceivedEvent> events = probe.awaitEvents(CERTIFICATES, 3, story::isAbout);
            assertThat(granted.body().get("available_at").asText())
                    .isEqualTo(Story.at(60).toString());
            assertThat(events.getLast().type()).isEqualTo("org.laurel.course-cert.changed.v1");
            assertThat(events.getLast().body().get("available_at").asText())
                    .isEqualTo(Story.at(90).toString());
            assertThat(events.getLast().body().get("modified_at").asText())
                    .isEqualTo(Story.at(20).toString());
        }
    }

    @Test
    void aLearnerWhoCannotBeDecidedAboutDoesNotKeepNewTermsFromTheOthers() {
        Story broken = new Story("terms-broken", "terms-reach");
        Story other = new Story("terms-whole", "terms-reach");
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            // Given
            List.of(broken, other).forEach(story -> {
                probe.send(story.enrolled("verified", 1, 10));
                probe.send(story.passing(true, "0.8", 20));
                await().until(() -> standings(story) == 1);
            });

            // When
            probe.send(other.courseRun());

            // Then
            probe.awaitEvents(CERTIFICATES, 2, other::isAbout);
            await().untilAsserted(() -> assertThat(Database.current()
                            .query(
                                    "select state, counts::text as counts from job"
                                            + " where subject = ? and created_by = 'course-run.changed'",
                                    other.course()))
                    .containsExactly(Map.of("state", "done", "counts", "{\"failed\": 1}")));
            assertThat(name(broken, "certificate")).isEmpty();
        }
    }

    private static int standings(Story story) {
        return Database.current()
                .query("select 1 from standing where learner_id = ? and passing and is_active", story.learnerId())
                .size();
    }

    private static String name(Story story, String table) {
        return String.valueOf(
                Database.current()
                        .query("select name from " + table + " where learner_id = ?", story.learnerId())
                        .stream()
                        .map(row -> row.get("name"))
                        .findFirst()
                        .orElse(""));
    }
}
