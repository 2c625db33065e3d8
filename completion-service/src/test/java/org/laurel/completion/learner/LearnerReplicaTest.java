package org.laurel.completion.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;

/** Which username counts: that of the account's highest version, whatever the times around it. And who is enrolled. */
@QuarkusTest
class LearnerReplicaTest {

    private static final Platform PLATFORM = new Platform("course-v1:Org+replica+2026");

    @Test
    void takesANewerAccountFromALateEnrollmentOfLongAgo() {
        // Given
        send(PLATFORM.renamed("r1", "before", 1, 10));

        // When
        send(PLATFORM.enrolled("r1", new Platform.Account("after", 2, 11), 3));

        // Then
        assertThat(username("r1")).isEqualTo("after");
    }

    @Test
    void takesANewerAccountWhoseTimeIsOlder() {
        // Given
        send(PLATFORM.enrolled("r2", new Platform.Account("before", 1, 10), 20));

        // When
        send(PLATFORM.enrolled("r2", new Platform.Account("after", 2, 5), 3));

        // Then
        assertThat(username("r2")).isEqualTo("after");
    }

    @Test
    void keepsARenameThatIsToldBeforeTheEnrollment() {
        // Given
        send(PLATFORM.renamed("r3", "after", 2, 5));

        // When
        send(PLATFORM.enrolled("r3", new Platform.Account("before", 1, 1), 20));

        // Then
        assertThat(username("r3")).isEqualTo("after");
    }

    @Test
    void takesTheHighestVersionWithinOneBatch() {
        // When
        send(
                PLATFORM.enrolled("r4", new Platform.Account("after", 3, 2), 1),
                PLATFORM.renamed("r4", "before", 2, 30),
                PLATFORM.enrolled("r4", "unversioned", true, 40));

        // Then
        assertThat(username("r4")).isEqualTo("after");
    }

    @Test
    void goesByTimeWhenNoVersionIsTold() {
        // Given
        send(PLATFORM.enrolled("r5", "before", true, 1), PLATFORM.enrolled("r5", "after", true, 3));

        // When
        send(PLATFORM.enrolled("r5", "late", true, 2));

        // Then
        assertThat(username("r5")).isEqualTo("after");
    }

    @Test
    void endsWhatIsKnownOfALearnerWhoseRetirementCameFirst() {
        // Given
        send(PLATFORM.enrolled("r6", "leaving", true, 1));
        send(PLATFORM.retired("r6", 10));

        // When
        send(PLATFORM.enrolled("r6", "retired__user_r6", false, 2));

        // Then
        assertThat(enrollments("r6")).isEqualTo("false");
        send(PLATFORM.enrolled("r6", "retired__user_r6", true, 3));
        assertThat(enrollments("r6")).isEqualTo("false");
    }

    @Test
    void takesNothingNewOfALearnerWhoIsRetired() {
        // Given
        send(PLATFORM.retired("r7", 10));

        // When
        send(PLATFORM.enrolled("r7", "retired__user_r7", true, 1));
        send(PLATFORM.enrolled("r7", "retired__user_r7", false, 2));

        // Then
        assertThat(enrollments("r7")).isNull();
    }

    private static void send(PlatformEvent... events) {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(probe, events);
        }
    }

    private static @Nullable String username(String learnerId) {
        return Database.current().value("select username from learner where learner_id = ?", learnerId);
    }

    /** Of each enrollment whether it is active. */
    private static @Nullable String enrollments(String learnerId) {
        return Database.current()
                .value("select string_agg(is_active::text, ', ') from enrollment where learner_id = ?", learnerId);
    }
}
