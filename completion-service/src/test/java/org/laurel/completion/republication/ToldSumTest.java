package org.laurel.completion.republication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.completion.progress.domain.CourseRow.Crossing;
import org.laurel.completion.progress.domain.ProgressFact;
import org.laurel.completion.progress.domain.Tally;
import org.laurel.completion.progress.domain.Units;
import org.laurel.completion.republication.domain.ToldSum;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/** What is told once more of whether a course run is completed. */
class ToldSumTest {

    private static final CourseLearner KEY =
            new CourseLearner(new CourseKey("course-v1:Org+told+1"), new LearnerId("7"));
    private static final Cause CAUSE = Cause.of("operator", "1");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void aCrossingBearsTheVersionAndTheTimeThatItHad() {
        // When
        List<ProgressFact> told = sum(2, new Crossing(4, MAY)).again(CAUSE);

        // Then
        assertThat(told).hasSize(2).last().isEqualTo(new ProgressFact.CompletionCrossed(KEY, true, 4, MAY, CAUSE));
    }

    @Test
    void whoFellBelowIsToldOfToo() {
        // When
        List<ProgressFact> told = sum(1, new Crossing(4, MAY)).again(CAUSE);

        // Then
        assertThat(told).hasSize(2).last().isEqualTo(new ProgressFact.CompletionCrossed(KEY, false, 4, MAY, CAUSE));
    }

    @Test
    void aCrossingThatWasNotKeptYetBearsTheTimeOfTheSum() {
        // When
        List<ProgressFact> told = sum(2, null).again(CAUSE);

        // Then
        assertThat(told).hasSize(2).last().isEqualTo(new ProgressFact.CompletionCrossed(KEY, true, 9, JUNE, CAUSE));
    }

    @Test
    void ofWhoNeverCompletedItOnlyTheSumIsTold() {
        // When
        List<ProgressFact> told = sum(1, null).again(CAUSE);

        // Then
        assertThat(told).singleElement().isInstanceOf(ProgressFact.Progressed.class);
    }

    private static ToldSum sum(long blocks, @Nullable Crossing crossing) {
        return new ToldSum(KEY, "block", new Tally(blocks * Units.ONE, 2, 0, 0), 9, JUNE, crossing);
    }
}
