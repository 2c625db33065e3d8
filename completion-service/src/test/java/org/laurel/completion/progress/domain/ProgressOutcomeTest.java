package org.laurel.completion.progress.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.FactOrder;

class ProgressOutcomeTest {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aRepeatedValueIsNoChange() {
        // Given
        CourseLearner key = new CourseLearner(new CourseKey("course-v1:Org+outcome+1"), new LearnerId("7"));
        ProgressDecision decision = new ProgressDecision(
                key,
                List.of(completion("new", AT), completion("repeated", AT.minusSeconds(1)), completion("changed", AT)),
                List.of("new"),
                List.of("gone"),
                null,
                List.of(),
                List.of(),
                List.of(),
                Map.of());

        // When
        ProgressOutcome outcome = ProgressOutcome.of(decision);

        // Then
        assertThat(outcome)
                .isEqualTo(new ProgressOutcome(key, List.of("new"), List.of("new", "changed"), List.of("gone")));
    }

    private static BlockCompletion completion(String block, Instant changedAt) {
        return new BlockCompletion(block, 1, new FactOrder(AT, FactOrder.NO_SEQUENCE, 0, "platform", block), changedAt);
    }
}
