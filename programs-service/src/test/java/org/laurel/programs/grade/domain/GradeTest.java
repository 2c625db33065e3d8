package org.laurel.programs.grade.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.grade.domain.AmendGrade.Change;

/** Which grade is kept, and with how many decimals. */
class GradeTest {

    private static final Instant TOLD = Instant.parse("2026-03-01T00:00:00Z");

    @Property(tries = 300)
    void keepsTheNewestWhateverTheOrderOfArrival(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 5) Integer> minutes, @ForAll Random random) {
        // Given
        List<RecordGrade> inOrder = new ArrayList<>();
        for (int i = 0; i < minutes.size(); i++) {
            inOrder.add(grade(minutes.get(i), random.nextInt(3), i));
        }
        List<RecordGrade> arriving = new ArrayList<>(inOrder);
        arriving.addAll(inOrder);
        Collections.shuffle(arriving, random);

        // When
        List<RecordGrade> kept = RecordGrade.newestOfEach(arriving);

        // Then
        inOrder.sort((a, b) -> a.order().compareTo(b.order()));
        assertThat(kept).containsExactly(inOrder.getLast());
    }

    @Test
    void keepsOneForEachLearnerAndCourseRun() {
        // Given
        RecordGrade one = grade(1, 0, 1);
        RecordGrade other = new RecordGrade(
                new CaseKey(new LearnerId("other"), one.key().courseKey()), one.grade(), one.order(), one.cause());

        // When
        List<RecordGrade> kept = RecordGrade.newestOfEach(List.of(one, other));

        // Then
        assertThat(kept).containsExactlyInAnyOrder(one, other);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5000", "0.82345, 0.8235", "1, 1.0000", "0, 0.0000", "0.00004, 0.0000"})
    void keepsFourDecimals(BigDecimal told, String kept) {
        // When
        Grade grade = Grade.told(null, told, TOLD);

        // Then
        assertThat(grade.percent().toPlainString()).isEqualTo(kept);
        assertThat(grade.letter()).isEmpty();
    }

    @Test
    void leavesMembersThatAChangeDoesNotName() {
        // Given
        Grade grade = Grade.told("B", new BigDecimal("0.7"), TOLD);

        // When
        Grade changed = new Change("A", null, null, null).of(grade);

        // Then
        assertThat(changed).isEqualTo(Grade.told("A", new BigDecimal("0.7"), TOLD));
        assertThat(new Change(null, BigDecimal.ONE, false, TOLD.plusSeconds(1)).of(grade))
                .isEqualTo(new Grade("B", BigDecimal.ONE, false, TOLD.plusSeconds(1)));
    }

    @Test
    void knowsAChangeThatSaysNothing() {
        assertThat(new Change(null, null, null, null).saysNothing()).isTrue();
        assertThat(new Change("", null, null, null).saysNothing()).isFalse();
        assertThat(new Change(null, BigDecimal.ZERO, null, null).saysNothing()).isFalse();
        assertThat(new Change(null, null, false, null).saysNothing()).isFalse();
        assertThat(new Change(null, null, null, TOLD).saysNothing()).isFalse();
    }

    private static RecordGrade grade(int minute, int kind, int number) {
        return new RecordGrade(
                new CaseKey(new LearnerId("learner"), new CourseKey("course-v1:Org+Grade+1")),
                new Grade("", new BigDecimal(number).movePointLeft(2), true, null),
                new FactOrder(TOLD.plusSeconds(60L * minute), FactOrder.NO_SEQUENCE, kind, "/platform", "e" + number),
                Cause.of("/platform", "e" + number));
    }
}
