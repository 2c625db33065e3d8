package org.laurel.completion.statistics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.progress.domain.Bracket;
import org.laurel.completion.progress.domain.LearnersItem;
import org.laurel.completion.progress.domain.Units;
import org.laurel.completion.structure.domain.Profile;

/** The table of the domain description; learners are told as earned/possible. */
class MeanCompletionTest {

    private static final Profile SEEING = new Profile(7, 0, 0, "");

    @ParameterizedTest
    @CsvSource({
        "1/8,                      1.0, 8.0, 0.125",
        "1/8 0/8,                  0.5, 8.0, 0.0625",
        "1/8 4/8,                  2.5, 8.0, 0.3125",
        "1/8 4/8 4/8 4/8 4/8,      3.4, 8.0, 0.425",
        "2/4 6/12,                 4.0, 8.0, 0.5",
        "4/4 0/12,                 2.0, 8.0, 0.25",
        "0/0 0/0,                  0.0, 0.0, 1.0",
        "0/0 2/4,                  1.0, 2.0, 0.5",
        "1/3,                      1.0, 3.0, 0.333333333333333"
    })
    void dividesWhatIsEarnedByWhatIsPossible(String learners, double earned, double possible, double percent) {
        // Given
        List<LearnersTotal> totals = totals(learners);

        // When
        MeanCompletion mean = MeanCompletion.of(totals);

        // Then
        assertThat(mean.earned()).isEqualTo(earned);
        assertThat(mean.possible()).isEqualTo(possible);
        assertThat(mean.percent()).isCloseTo(percent, Offset.offset(1e-14));
    }

    @Test
    void isNothingOfNobody() {
        // When
        MeanCompletion mean = MeanCompletion.of(List.of());

        // Then
        assertThat(mean).isEqualTo(new MeanCompletion(0, 0.0, 0));
    }

    @Test
    void doesNotKnowWhatIsPossibleBeforeTheStructureIsKnown() {
        // When
        MeanCompletion mean = MeanCompletion.of(List.of(unbased()));

        // Then
        assertThat(mean).isEqualTo(new MeanCompletion(0, null, 0));
    }

    @Test
    void takesWhoWasNotCountedYetAsSomebodyWhoCanEarnAsMuchAsTheOthers() {
        // Given
        List<LearnersTotal> totals = totals("1/8");
        totals.add(unbased());

        // When
        MeanCompletion mean = MeanCompletion.of(totals);

        // Then
        assertThat(mean).isEqualTo(new MeanCompletion(0.5, 8.0, 0.0625));
    }

    private static LearnersTotal unbased() {
        return new LearnersTotal(
                new LearnersItem(Bracket.NOTHING, Profile.UNBASED),
                false,
                new Totals(1, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
    }

    private static List<LearnersTotal> totals(String learners) {
        List<LearnersTotal> totals = new ArrayList<>();
        for (String learner : learners.split(" ", -1)) {
            String[] parts = learner.split("/", -1);
            BigDecimal earned = new BigDecimal(parts[0]).multiply(BigDecimal.valueOf(Units.ONE));
            totals.add(new LearnersTotal(
                    new LearnersItem(Bracket.NOTHING, SEEING),
                    false,
                    new Totals(1, 0, 0, earned, new BigDecimal(parts[1]), BigDecimal.ZERO)));
        }
        return totals;
    }
}
