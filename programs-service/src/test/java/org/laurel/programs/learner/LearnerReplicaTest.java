package org.laurel.programs.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.programs.Story;

/** Who learners are comes with enrollments, changes of learners and certificates; the highest version of the account wins. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class LearnerReplicaTest {

    @Test
    void takesANewerVersionFromALateEnrollment() {
        Story story = new Story("late");
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.learners")) {
            // Given
            probe.send(enrolled(story, "old-name", 1, 30));
            awaitUsername(story, "old-name");

            // When
            probe.send(enrolled(story, "new-name", 2, 10));

            // Then
            awaitUsername(story, "new-name");
        }
    }

    @Test
    void keepsARenameThatIsToldBeforeTheEnrollment() {
        Story story = new Story("renamed");
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.learners")) {
            // Given
            probe.send(renamed(story, "new-name", 2, 20));
            awaitUsername(story, "new-name");

            // When
            awaitTaken(probe.send(enrolled(story, "old-name", 1, 40)));

            // Then
            assertThat(storedUsername(story)).isEqualTo("new-name");
        }
    }

    @Test
    void keepsTheNameWhenALaggingCertificateCarriesAnOlderVersion() {
        Story story = new Story("lagging");
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.learners")) {
            // Given
            probe.send(enrolled(story, "new-name", 3, 10));
            awaitUsername(story, "new-name");
            PlatformEvent certificate = story.certificate("A", 1, "downloadable", 40);
            String older = certificate.json().replace("\"name\": \"Ada\",\n", "\"name\": \"Ada\", \"version\": 2,\n");
            assertThat(older).contains("\"version\": 2");

            // When
            awaitTaken(probe.send(certificate.withJson(older)));

            // Then
            assertThat(storedUsername(story)).isEqualTo("new-name");
        }
    }

    private static void awaitTaken(String eventId) {
        await("event taken in")
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> !Database.current()
                        .query("select 1 from inbox where event_id = ?", eventId)
                        .isEmpty());
    }

    private static void awaitUsername(Story story, String username) {
        await(username).atMost(KafkaProbe.PATIENCE).until(() -> username.equals(storedUsername(story)));
    }

    private static @Nullable Object storedUsername(Story story) {
        var rows = Database.current().query("select username from learner where learner_id = ?", story.learnerId());
        return rows.isEmpty() ? null : rows.getFirst().get("username");
    }

    private static PlatformEvent enrolled(Story story, String username, int version, int minute) {
        return PlatformEvent.of("org.laurel.enrollment.changed.v1", story.learnerId(), """
                {"learner_id": "%1$s", "course_key": "%2$s", "mode": "verified", "is_active": true, "previous_mode": null,
                 "previous_is_active": null, "version": %4$d, "occurred_at": "%3$s",
                 "learner": {"learner_id": "%1$s", "username": "%5$s", "email": "", "name": "", "is_active": true,
                             "version": %6$d, "changed_at": "%3$s"}}""".formatted(
                        story.learnerId(), story.course("A"), Story.at(minute), minute, username, version));
    }

    private static PlatformEvent renamed(Story story, String username, int version, int minute) {
        return PlatformEvent.of("org.laurel.learner.changed.v1", story.learnerId(), """
                {"learner_id": "%s", "username": "%s", "email": "", "name": "", "is_active": true, "version": %d,
                 "occurred_at": "%s"}""".formatted(
                        story.learnerId(), username, version, Story.at(minute)));
    }
}
