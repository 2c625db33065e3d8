package org.laurel.programs.record.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;

/**
 * What a record says of one course: the best of the learner's awarded runs, from which all of it comes. Source: programs,
 * records, grades row.
 *
 * @param name what a person calls the course
 * @param school who gives it, empty when the catalogue does not say
 * @param attempts how many runs have a verified grade and a credential; 0 when no grade is shown
 * @param courseKey the run that counts, null when the learner has not earned the course
 * @param issuedAt when its credential was issued, null with it
 * @param grade null when the course is not earned, or no grade in an awarded run is known
 */
public record RecordRow(
        String name,
        String school,
        int attempts,
        @Nullable CourseKey courseKey,
        @Nullable Instant issuedAt,
        @Nullable EarnedGrade grade) {

    /** The letter of a grade without one. */
    private static final String NO_LETTER = "N/A";

    /**
     * The row of a course.
     *
     * @param attempts the learner's credentials that may be seen in the runs of the course, in the order of the program
     */
    public static RecordRow of(String name, String school, List<Attempt> attempts) {
        List<Attempt> awarded = attempts.stream().filter(Attempt::awarded).toList();
        if (awarded.isEmpty()) {
            return new RecordRow(name, school, 0, null, null, null);
        }
        Attempt best = awarded.stream().reduce(RecordRow::better).orElseThrow();
        int graded = best.grade() == null
                ? 0
                : (int) attempts.stream().filter(Attempt::isGraded).count();
        return new RecordRow(name, school, graded, best.courseKey(), best.issuedAt(), best.grade());
    }

    /** Whether the learner has earned the course. */
    public boolean isEarned() {
        return courseKey != null;
    }

    /** From 0 to 1, null without a grade. */
    public @Nullable BigDecimal percent() {
        return grade == null ? null : grade.percent();
    }

    /** The letter to show; empty when there is no grade. */
    public String letter() {
        return grade == null ? "" : grade.letter().isBlank() ? NO_LETTER : grade.letter();
    }

    /** The times at which something that the row shows came to be. */
    Stream<Instant> times() {
        return Stream.of(Stream.ofNullable(issuedAt), Stream.ofNullable(grade).map(EarnedGrade::at))
                .flatMap(times -> times);
    }

    /** The highest grade wins, any grade over none. Of equal grades the earlier run counts, without grades the later one. */
    private static Attempt better(Attempt first, Attempt next) {
        EarnedGrade kept = first.grade();
        EarnedGrade other = next.grade();
        if (kept == null || other == null) {
            return other == null && kept != null ? first : next;
        }
        return other.percent().compareTo(kept.percent()) > 0 ? next : first;
    }
}
