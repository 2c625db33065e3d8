package org.laurel.enrollment.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;

/** Whom those who tell memberships wait for. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class MembershipLockTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Scene scene = new Scene();
    private final CohortScene cohorts = new CohortScene(scene);

    @Inject
    KeyLocks locks;

    @Test
    void aMembershipInAKnownCohortDoesNotWaitForLearnersWhoAreEntering() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open("audit");
            scene.register("ada");
            scene.register("bob");
            probe.send(cohorts.told("ada", 7, "Blue", true, NOON));
            cohorts.news(probe, "ada", 1);

            // When
            QuarkusTransaction.requiringNew().run(() -> {
                locks.hold(List.of("cohorts " + scene.course()));
                probe.send(cohorts.told("bob", 7, "Blue", true, NOON.plusSeconds(1)));
                cohorts.news(probe, "bob", 1);
            });

            // Then
            assertThat(cohorts.cohortOf("bob")).isEqualTo("Blue");
        }
    }
}
