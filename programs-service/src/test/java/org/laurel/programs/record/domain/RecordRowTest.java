package org.laurel.programs.record.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.events.key.CourseKey;

/** What a record says of one course. Source: programs, records, grades row. */
class RecordRowTest {

    private static final Instant DAY = Instant.parse("2026-02-03T00:00:00Z");

    @Test
    void showsCredentialAndGrade() {
        // When
        RecordRow row = row(attempt("A", true, 1, grade("0.9", "A", true)));

        // Then
        assertThat(row.isEarned()).isTrue();
        assertThat(row.courseKey()).isEqualTo(key("A"));
        assertThat(row.issuedAt()).isEqualTo(day(1));
        assertThat(row.percent()).isEqualTo("0.9");
        assertThat(row.letter()).isEqualTo("A");
        assertThat(row.attempts()).isEqualTo(1);
    }

    /** What people complained about: the course is earned, whether or not its grade has arrived. */
    @Test
    void isEarnedWithoutAGrade() {
        // When
        RecordRow row = row(attempt("A", true, 1, null));

        // Then
        assertThat(row.isEarned()).isTrue();
        assertThat(row.courseKey()).isEqualTo(key("A"));
        assertThat(row.issuedAt()).isEqualTo(day(1));
        assertThat(row.percent()).isNull();
        assertThat(row.letter()).isEmpty();
        assertThat(row.attempts()).isZero();
    }

    @Test
    void isBlankWithoutAnAwardedCredential() {
        // When
        RecordRow row = row(attempt("A", false, 1, grade("0.9", "A", true)));

        // Then
        assertThat(row).isEqualTo(new RecordRow("Course", "School", 0, null, null, null));
        assertThat(row()).isEqualTo(row);
        assertThat(row.letter()).isEmpty();
    }

    /** All of the row comes from one run: a grade never stands beside the date of another run. */
    @ParameterizedTest
    @CsvSource({"0.7, 0.8, B", "0.8, 0.7, A", "0.8, 0.8, A", ", 0.1, B", "0.1, , A", ", , B"})
    void takesEverythingFromTheBestAwardedRun(@Nullable String first, @Nullable String second, String best) {
        // Given
        Attempt a = attempt("A", true, 1, first == null ? null : grade(first, "a", true));
        Attempt b = attempt("B", true, 2, second == null ? null : grade(second, "b", true));

        // When
        RecordRow row = row(a, b);

        // Then
        Attempt expected = best.equals("A") ? a : b;
        assertThat(row.courseKey()).isEqualTo(expected.courseKey());
        assertThat(row.issuedAt()).isEqualTo(expected.issuedAt());
        assertThat(row.grade()).isEqualTo(expected.grade());
    }

    @Test
    void countsRevokedRunsAsAttemptsAndTakesNoGradeFromThem() {
        // When
        RecordRow row = row(
                attempt("A", false, 1, grade("0.99", "A", true)),
                attempt("B", true, 2, grade("0.6", "C", true)),
                attempt("C", true, 3, grade("0.5", "D", false)),
                attempt("D", true, 4, null));

        // Then
        assertThat(row.courseKey()).isEqualTo(key("B"));
        assertThat(row.attempts()).isEqualTo(2);
    }

    @Test
    void writesThatThereIsNoLetter() {
        // When
        RecordRow row = row(attempt("A", true, 1, grade("0.9", "", true)));

        // Then
        assertThat(row.letter()).isEqualTo("N/A");
    }

    @Property
    void isEarnedIfAndOnlyIfARunIsAwarded(@ForAll("attempts") List<Attempt> attempts) {
        // When
        RecordRow row = RecordRow.of("Course", "School", attempts);

        // Then
        assertThat(row.isEarned()).isEqualTo(attempts.stream().anyMatch(Attempt::awarded));
        assertThat(row.attempts()).isBetween(0, attempts.size());
        if (row.grade() != null) {
            assertThat(attempts.stream()
                            .filter(Attempt::awarded)
                            .flatMap(attempt -> Stream.ofNullable(attempt.grade())))
                    .allSatisfy(grade -> assertThat(grade.percent()).isLessThanOrEqualTo(row.percent()));
        }
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<EarnedGrade> grades = Combinators.combine(
                        Arbitraries.integers().between(0, 100), Arbitraries.of(true, false))
                .as((percent, verified) -> grade(BigDecimal.valueOf(percent, 2).toString(), "", verified));
        return Combinators.combine(
                        Arbitraries.of("A", "B", "C", "D"),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 9),
                        grades.injectNull(0.3))
                .as(RecordRowTest::attempt)
                .list()
                .ofMaxSize(4)
                .uniqueElements(Attempt::courseKey);
    }

    private static RecordRow row(Attempt... attempts) {
        return RecordRow.of("Course", "School", List.of(attempts));
    }

    private static Attempt attempt(String run, boolean awarded, int day, @Nullable EarnedGrade grade) {
        return new Attempt(key(run), awarded, day(day), grade);
    }

    private static EarnedGrade grade(String percent, String letter, boolean verified) {
        return new EarnedGrade(letter, new BigDecimal(percent), verified, DAY);
    }

    private static CourseKey key(String run) {
        return new CourseKey("course-v1:Org+Course+" + run);
    }

    private static Instant day(int number) {
        return DAY.plusSeconds(86_400L * number);
    }
}
