package org.laurel.completion.statistics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.progress.domain.Bracket;
import org.laurel.completion.progress.domain.LearnersItem;
import org.laurel.completion.structure.domain.Profile;

class OverviewRulesTest {

    private static final Profile FIRST = new Profile(1, 0, 0, "");
    private static final Profile SECOND = new Profile(2, 0, 0, "");
    private static final DayRange DAYS = new DayRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 2));

    @Test
    void giveNoBarToThoseWhoHaveNothingToComplete() {
        // Given
        List<LearnersTotal> learners = List.of(
                total(Bracket.NOTHING, FIRST, 4, 0, 0),
                total(5, FIRST, 2, 2, 0),
                total(Bracket.EVERYTHING, FIRST, 10, 7, 7),
                total(Bracket.EVERYTHING, SECOND, 1, 0, 0));

        // When
        CourseOverview overview = overview(learners);

        // Then
        assertThat(overview.distribution())
                .extracting(CourseOverview.Bar::learners)
                .containsExactly(4L, 0L, 0L, 0L, 0L, 2L, 0L, 0L, 0L, 0L, 0L, 7L);
        assertThat(overview.nothingToComplete()).isEqualTo(4);
        assertThat(overview.all().completed()).isEqualTo(7);
        assertThat(overview.all().learners()).isEqualTo(4 + 2 + 7 + 4);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 5", "2, 0, 3", "1, 1, 8", "3, 0, 8", "0, 0, 8"})
    void countAsBehindWhoFollowsAnotherStructureOrRegistry(long structureId, long typesVersion, long behind) {
        // Given
        List<LearnersTotal> learners = List.of(total(1, FIRST, 3, 3, 0), total(1, SECOND, 5, 5, 0));

        // When
        long counted = new Newest(structureId, typesVersion).behind(learners);

        // Then
        assertThat(counted).isEqualTo(behind);
    }

    @Test
    void countNobodyAsBehindBeforeAStructureIsKnown() {
        // Given
        List<LearnersTotal> learners = List.of(total(0, Profile.UNBASED, 3, 0, 0));

        // When
        long counted = new Newest(0, 2).behind(learners);

        // Then
        assertThat(counted).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "3, 2, 1, 1, 3, 2.5, true",
        "0, 0, 0, 0, 0, 0, true",
        "-1, 0, 0, 0, 0, 0, false",
        "3, 4, 1, 1, 3, 2, false",
        "3, -1, 0, 0, 0, 0, false",
        "3, 1, 2, 1, 3, 2, false",
        "3, 2, -1, 1, 3, 2, false",
        "3, 2, 1, -1, 3, 2, false",
        "3, 2, 1, 1, -3, 2, false",
        "3, 2, 1, 1, 3, 3.1, false",
        "3, 2, 1, 1, 3, -0.1, false"
    })
    void knowWhatNoLearnersCanComeTo(
            long learners,
            long started,
            long completed,
            BigDecimal earned,
            BigDecimal possible,
            BigDecimal percent,
            boolean expected) {
        // Given
        Totals totals = new Totals(learners, started, completed, earned, possible, percent.movePointRight(12));

        // When
        boolean isPossible = totals.isPossible();

        // Then
        assertThat(isPossible).isEqualTo(expected);
    }

    private static CourseOverview overview(List<LearnersTotal> learners) {
        return OverviewRules.overview(
                CourseOutline.UNKNOWN,
                new CourseNumbers(learners, Map.of(), Map.of(), Map.of(), Map.of(), null),
                DAYS,
                10,
                Map.of());
    }

    private static LearnersTotal total(int bracket, Profile profile, long learners, long started, long completed) {
        return new LearnersTotal(
                new LearnersItem(bracket, profile),
                false,
                new Totals(learners, started, completed, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
    }
}
