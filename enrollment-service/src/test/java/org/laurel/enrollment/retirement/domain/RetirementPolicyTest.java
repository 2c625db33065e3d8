package org.laurel.enrollment.retirement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.LearnerId;

class RetirementPolicyTest {

    private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");
    private static final RetirementPolicy POLICY = new RetirementPolicy(
            Duration.ofDays(14),
            true,
            List.of("enrollment", "programs"),
            Duration.ofDays(15),
            new RetirementStates(List.of("PENDING", "LMS_COMPLETE", "ERRORED", "ABORTED", "COMPLETE")));

    @Test
    void itIsCompleteWhenEverybodyHasReportedAndTheTopicsHaveForgotten() {
        // Given
        LearnerRetirement retired = pending().retired("LMS_COMPLETE", DAY);
        Map<String, Instant> all = Map.of("enrollment", DAY, "programs", DAY);

        // When
        boolean early =
                POLICY.isComplete(retired, all, DAY.plus(Duration.ofDays(15)).minusNanos(1));
        boolean missing = POLICY.isComplete(retired, Map.of("enrollment", DAY), DAY.plus(Duration.ofDays(15)));
        boolean complete = POLICY.isComplete(retired, all, DAY.plus(Duration.ofDays(15)));

        // Then
        assertThat(early).isFalse();
        assertThat(missing).isFalse();
        assertThat(complete).isTrue();
    }

    @Test
    void topicsForgetNobodyAtOnce() {
        // Given
        LearnerRetirement retired = pending().retired("LMS_COMPLETE", DAY);

        // When
        boolean told = retired.isTold();

        // Then
        assertThat(told).isTrue();
        assertThat(POLICY.forgottenAt(retired)).contains(DAY.plus(Duration.ofDays(15)));
        assertThat(POLICY.forgottenAt(pending())).isEmpty();
    }

    @Test
    void theStageTellsHowFarItHasCome() {
        // Given
        LearnerRetirement retired = pending().retired("LMS_COMPLETE", DAY);

        // When
        List<Stage> stages = List.of(
                POLICY.stage(pending(), Map.of()),
                POLICY.stage(pending().in("ABORTED", DAY), Map.of()),
                POLICY.stage(pending().cancelled(DAY), Map.of()),
                POLICY.stage(retired, Map.of("enrollment", DAY)),
                POLICY.stage(retired, Map.of("enrollment", DAY, "programs", DAY)),
                POLICY.stage(retired.completed("COMPLETE", DAY), Map.of()));

        // Then
        assertThat(stages)
                .containsExactly(
                        Stage.PENDING, Stage.STOPPED, Stage.CANCELLED, Stage.RETIRED, Stage.ERASED, Stage.COMPLETE);
    }

    @Test
    void theLastStateIsTheOneBeforeThis() {
        // Given
        LearnerRetirement working = pending().in("LMS_COMPLETE", DAY);

        // When
        LearnerRetirement retired = working.retired("LMS_COMPLETE", DAY);

        // Then
        assertThat(retired.lastState()).isEqualTo("PENDING");
        assertThat(retired.completed("COMPLETE", DAY).lastState()).isEqualTo("LMS_COMPLETE");
    }

    @Test
    void aCancelledOneHoldsNoNames() {
        assertThat(pending().cancelled(DAY).original()).isEqualTo(new LearnerRetirement.Original("", "", ""));
    }

    private static LearnerRetirement pending() {
        return new LearnerRetirement(
                1,
                new LearnerId("id-ada"),
                "PENDING",
                "PENDING",
                DAY,
                DAY,
                null,
                null,
                null,
                DAY,
                true,
                false,
                new LearnerRetirement.Original("ada", "ada@example.org", "Ada"),
                "retired__user_1",
                "retired__user_1@retired.invalid");
    }
}
