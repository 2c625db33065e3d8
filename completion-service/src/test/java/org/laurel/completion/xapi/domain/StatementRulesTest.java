package org.laurel.completion.xapi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.progress.domain.ProgressFact;
import org.laurel.completion.progress.domain.Tally;
import org.laurel.completion.progress.domain.Units;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

class StatementRulesTest {

    private static final UUID ACTOR = new UUID(1, 2);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @ParameterizedTest
    @CsvSource({
        "0,              1,  0",
        "290000000,      1,  29",
        "570000000,      1,  57",
        "800000000,      1,  80",
        "1000000000,     1,  100",
        "1000000000,     3,  33.333333333",
        "2000000000,     3,  66.666666667",
        "1,              1,  0.0000001",
        "1,       10000,  0",
        "0,              0,  0",
        "99999999999999, 100000, 99.999999999"
    })
    void tellsProgressOfAHundredRoundedToABillionth(long earned, long possible, String expected) {
        // When
        BigDecimal progress = StatementRules.progress(new Tally(earned, possible, 0, 0));

        // Then
        assertThat(progress.toPlainString()).isEqualTo(expected);
    }

    @Property
    void isAHundredOnlyWhenEverythingIsEarnedAndNeverFurtherOffThanHalfABillionth(
            @ForAll @LongRange(min = 1, max = 100_000) long possible, @ForAll @LongRange(min = 0) long any) {
        // Given
        Tally tally = new Tally(any % (possible * Units.ONE + 1), possible, 0, 0);

        // When
        BigDecimal progress = StatementRules.progress(tally);

        // Then
        BigDecimal exact = BigDecimal.valueOf(tally.earned()).multiply(HUNDRED);
        BigDecimal whole = BigDecimal.valueOf(possible * Units.ONE);
        assertThat(progress).isBetween(BigDecimal.ZERO, HUNDRED);
        assertThat(progress.scale()).isBetween(0, 9);
        assertThat(progress.compareTo(HUNDRED) == 0).isEqualTo(tally.isComplete());
        assertThat(progress.multiply(whole).subtract(exact).abs()).isLessThanOrEqualTo(whole.movePointLeft(9));
    }

    @Test
    void givesEachChangeAnIdOfItsOwnAndTheSameWheneverItIsTold() {
        // Given
        ProgressFact.Progressed fact = fact("course-v1:Org+A+1", "i4x://Org/A/vertical/v", 1);

        // When
        UUID id = idOf(fact, ACTOR);

        // Then
        assertThat(idOf(fact("course-v1:Org+A+1", "i4x://Org/A/vertical/v", 1), ACTOR))
                .isEqualTo(id);
        assertThat(Stream.of(
                        idOf(fact, new UUID(1, 3)),
                        idOf(fact("course-v1:Org+A+2", "i4x://Org/A/vertical/v", 1), ACTOR),
                        idOf(fact("course-v1:Org+A+1", "i4x://Org/A/vertical/w", 1), ACTOR),
                        idOf(fact("course-v1:Org+A+1", "i4x://Org/A/vertical/v", 2), ACTOR)))
                .doesNotContain(id)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"course, course", "chapter, module", "sequential, module", "vertical, module"})
    void takesCoursesForCoursesAndTheRestForModules(String type, String kind) {
        // When
        String iri = StatementRules.kind(type);

        // Then
        assertThat(iri).isEqualTo("http://adlnet.gov/expapi/activities/" + kind);
    }

    private static UUID idOf(ProgressFact.Progressed fact, UUID actor) {
        return StatementRules.tell(fact, actor, new Activity("urn:object", StatementRules.MODULE))
                .id();
    }

    private static ProgressFact.Progressed fact(String courseKey, String blockKey, long version) {
        return new ProgressFact.Progressed(
                new CourseLearner(new CourseKey(courseKey), new LearnerId("42")),
                new Aggregate(3, blockKey, "vertical", 2, 0),
                new Tally(Units.ONE, 2, 0, 0),
                version,
                Instant.EPOCH,
                Cause.of("test", "statement"));
    }
}
