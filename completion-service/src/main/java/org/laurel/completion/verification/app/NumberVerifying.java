package org.laurel.completion.verification.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.db.CounterStore;
import org.laurel.completion.progress.domain.Count;
import org.laurel.completion.progress.domain.Counter;
import org.laurel.completion.progress.domain.Units;
import org.laurel.completion.verification.db.DifferencesLeft;
import org.laurel.completion.verification.db.NumberRecount;
import org.laurel.completion.verification.db.NumberRecount.Differing;
import org.laurel.completion.verification.db.VerificationCourses.NotedCourse;
import org.laurel.completion.verification.domain.Difference;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.lock.KeyLocks;

/**
 * Compares the numbers of course runs with what their rows count for, and puts them right: a piece at a time, first the numbers of
 * learners, then those of some blocks after the others, so that a course run of a million learners keeps nobody waiting for long.
 */
@ApplicationScoped
class NumberVerifying {

    /** So many rows, one for each learner and block, a piece looks at: seconds of the database's time. */
    private static final long LOOKS = 1_000_000;

    private final KeyLocks locks;
    private final NumberRecount recount;
    private final CounterStore counters;
    private final DifferencesLeft left;
    private final Clock clock;
    private final long looks;

    @Inject
    NumberVerifying(KeyLocks locks, NumberRecount recount, CounterStore counters, DifferencesLeft left, Clock clock) {
        this(locks, recount, counters, left, clock, LOOKS);
    }

    NumberVerifying(
            KeyLocks locks,
            NumberRecount recount,
            CounterStore counters,
            DifferencesLeft left,
            Clock clock,
            long looks) {
        this.locks = locks;
        this.recount = recount;
        this.counters = counters;
        this.left = left;
        this.clock = clock;
        this.looks = looks;
    }

    /**
     * What came out for some numbers of a course run.
     *
     * @param next after which block the next piece begins, the empty text for the first block; null when this one was the last
     */
    record Piece(List<Difference> differences, @Nullable String next) {}

    /**
     * Compares the next numbers of a course run.
     *
     * @param id of the verification, 0 when all is put right without one
     * @param after what the piece before this one told as next, null for the first piece
     * @param repairs whether to put them right: what is missing is moved, so learners who move numbers meanwhile need not wait
     */
    Piece verify(long id, NotedCourse course, @Nullable String after, boolean repairs) {
        CourseKey courseKey = course.courseKey();
        // Two who found the same difference would both move it.
        locks.change(List.of("completion-numbers:" + courseKey.value()));
        String to =
                after == null ? null : recount.bound(courseKey, after, looks).orElse(null);
        List<Differing> found = after == null ? recount.learners(courseKey) : recount.blocks(courseKey, after, to);
        if (repairs) {
            String today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().toString();
            counters.append(
                    found.stream().map(one -> moved(courseKey, one, today)).toList());
        }
        left.numbers(id, courseKey, after, to, repairs ? List.of() : found);
        String firstBlock = course.withBlocks() ? "" : null;
        return new Piece(
                found.stream().map(one -> difference(courseKey, one)).toList(), after == null ? firstBlock : to);
    }

    private static CounterStore.Moved moved(CourseKey courseKey, Differing one, String today) {
        Counter counter = one.counter();
        Counter moved = counter.kind() == Counter.Kind.DAY
                ? new Counter(counter.kind(), today, counter.cohorts(), counter.roles())
                : counter;
        Count kept = one.kept();
        Count right = one.recounted();
        return new CounterStore.Moved(
                courseKey,
                moved,
                new Count(
                        right.learners() - kept.learners(),
                        right.started() - kept.started(),
                        right.completed() - kept.completed(),
                        right.earned() - kept.earned(),
                        right.possible() - kept.possible(),
                        right.percent() - kept.percent()));
    }

    private static Difference difference(CourseKey courseKey, Differing one) {
        Counter counter = one.counter();
        String item = counter.kind() + " " + counter.item().replace("\n", "+") + ", cohorts [" + counter.cohorts()
                + "], roles [" + counter.roles() + "]";
        return new Difference(courseKey, null, Difference.Kind.COUNTER, item, text(one.kept()), text(one.recounted()));
    }

    private static String text(Count count) {
        return count.learners() + " learners, " + count.started() + " started, " + count.completed()
                + " completed, earned "
                + Units.decimal(count.earned()).toPlainString() + "/" + count.possible() + ", percent sum "
                + count.percent();
    }
}
