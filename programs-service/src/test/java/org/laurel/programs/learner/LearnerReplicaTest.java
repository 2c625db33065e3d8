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

/** Who learners are comes with enrollments, changes of learners and certificates; the newest snapshot wins. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class LearnerReplicaTest {

    private final Story story = new Story("replica");

    @Test
    void keepsTheNewestSnapshotWhateverItCameWith() {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.learners")) {
            // Given
            probe.send(enrolled("old-name", 10));
            awaitUsername("old-name");
            probe.send(renamed("new-name", 30));
            awaitUsername("new-name");

            // When
            probe.send(enrolled("late-name", 20));
            probe.send(story.certificate("A", 1, "downloadable", 40));

            // Then
            awaitUsername(story.username());
            assertThat(story.credentials().getInt("count")).isEqualTo(1);
        }
    }

    private void awaitUsername(String username) {
        await(username).atMost(KafkaProbe.PATIENCE).until(() -> username.equals(storedUsername()));
    }

    private @Nullable Object storedUsername() {
        var rows = Database.current().query("select username from learner where learner_id = ?", story.learnerId());
        return rows.isEmpty() ? null : rows.getFirst().get("username");
    }

    private PlatformEvent enrolled(String username, int minute) {
        return PlatformEvent.of("org.laurel.enrollment.changed.v1", story.learnerId(), """
                {"learner_id": "%1$s", "course_key": "%2$s", "mode": "verified", "is_active": true, "previous_mode": null,
                 "previous_is_active": null, "version": %4$d, "occurred_at": "%3$s",
                 "learner": {"learner_id": "%1$s", "username": "%5$s", "email": "", "name": "", "is_active": true}}""".formatted(
                        story.learnerId(), story.course("A"), Story.at(minute), minute, username));
    }

    private PlatformEvent renamed(String username, int minute) {
        return PlatformEvent.of("org.laurel.learner.changed.v1", story.learnerId(), """
                {"learner_id": "%s", "username": "%s", "email": "", "name": "", "is_active": true, "version": %d,
                 "occurred_at": "%s"}""".formatted(
                        story.learnerId(), username, minute, Story.at(minute)));
    }
}
