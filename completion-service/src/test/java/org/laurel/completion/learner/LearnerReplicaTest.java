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

/** Which username counts: that of the account's highest version, whatever the times around it. */
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

    private static void send(PlatformEvent... events) {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(probe, events);
        }
    }

    private static @Nullable String username(String learnerId) {
        return Database.current().value("select username from learner where learner_id = ?", learnerId);
    }
}
