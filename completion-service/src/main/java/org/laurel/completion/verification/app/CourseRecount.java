package org.laurel.completion.verification.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.app.Recounting;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.verification.app.NumberVerifying.Piece;
import org.laurel.completion.verification.db.DifferencesLeft;
import org.laurel.completion.verification.db.VerificationCandidates;
import org.laurel.completion.verification.db.VerificationCandidates.Position;
import org.laurel.completion.verification.db.VerificationCourses.NotedCourse;
import org.laurel.completion.verification.domain.Verification;
import org.laurel.completion.verification.domain.Verification.Numbers;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobStep.Progress;

/**
 * Counts all learners of a course run again, a chunk at a time, and then puts the course run's numbers right, a piece at a time. The
 * cursor is the last learner; or for numbers a line feed, and when some are done another one and after which block to go on.
 */
@ApplicationScoped
class CourseRecount {

    /** A chunk holds all completions and sums of its learners in memory, so it is smaller than others. */
    private static final int LEARNERS = 250;

    private static final String NUMBERS = "\n";

    private final VerificationCandidates candidates;
    private final Recounting recounting;
    private final NumberVerifying numbers;
    private final DifferencesLeft left;

    CourseRecount(
            VerificationCandidates candidates, Recounting recounting, NumberVerifying numbers, DifferencesLeft left) {
        this.candidates = candidates;
        this.recounting = recounting;
        this.numbers = numbers;
        this.left = left;
    }

    /** How many learners a course run has. */
    long learners(CourseKey courseKey) {
        return candidates.count(0, scope(courseKey));
    }

    /**
     * Does the next chunk of a course run.
     *
     * @param cursor where the one before it ended, null for the first
     */
    Progress next(CourseKey courseKey, @Nullable String cursor, Cause cause) {
        if (cursor != null && cursor.startsWith(NUMBERS)) {
            return numbers(courseKey, cursor.equals(NUMBERS) ? null : cursor.substring(2));
        }
        Position after = new Position(courseKey.value(), cursor == null ? "" : cursor);
        List<CourseLearner> learners = candidates.next(0, scope(courseKey), after, LEARNERS);
        if (learners.isEmpty()) {
            return new Progress(NUMBERS, 0);
        }
        Recounting.LeftBehind behind = recounting.apply(courseKey, learners, true, cause);
        Set<CourseLearner> uncounted = Set.copyOf(behind.learners());
        left.learners(
                0, learners.stream().filter(key -> !uncounted.contains(key)).toList(), List.of());
        return new Progress(learners.getLast().learnerId().value(), learners.size(), behind.counts());
    }

    private Progress numbers(CourseKey courseKey, @Nullable String after) {
        Piece piece = numbers.verify(0, new NotedCourse(courseKey, true), after, true);
        Map<String, Long> put = Map.of("numbers", (long) piece.differences().size());
        return piece.next() == null
                ? Progress.finished(0, put)
                : new Progress(NUMBERS + NUMBERS + piece.next(), 0, put);
    }

    private static Verification.Scope scope(CourseKey courseKey) {
        return new Verification.Scope(courseKey, null, null, Numbers.NONE);
    }
}
