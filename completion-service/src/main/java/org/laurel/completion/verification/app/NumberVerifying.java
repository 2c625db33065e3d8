package org.laurel.completion.verification.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.laurel.completion.progress.db.CounterStore;
import org.laurel.completion.progress.domain.Count;
import org.laurel.completion.progress.domain.Counter;
import org.laurel.completion.progress.domain.Units;
import org.laurel.completion.verification.db.NumberRecount;
import org.laurel.completion.verification.db.NumberRecount.Differing;
import org.laurel.completion.verification.db.VerificationCandidates.NotedCourse;
import org.laurel.completion.verification.domain.Difference;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.lock.KeyLocks;

/** Compares the numbers of course runs with what their rows count for, and puts them right. */
@ApplicationScoped
class NumberVerifying {

    private final KeyLocks locks;
    private final NumberRecount recount;
    private final CounterStore counters;
    private final Clock clock;

    NumberVerifying(KeyLocks locks, NumberRecount recount, CounterStore counters, Clock clock) {
        this.locks = locks;
        this.recount = recount;
        this.counters = counters;
        this.clock = clock;
    }

    /**
     * The differences of a course run.
     *
     * @param repairs whether to put them right: what is missing is moved, so learners who move numbers meanwhile need not wait
     */
    List<Difference> verify(NotedCourse course, boolean repairs) {
        // Two who found the same difference would both move it.
        locks.change(List.of("completion-numbers:" + course.courseKey().value()));
        List<Differing> found = recount.of(course.courseKey(), course.withBlocks());
        if (repairs) {
            String today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().toString();
            counters.append(found.stream()
                    .map(one -> moved(course.courseKey(), one, today))
                    .toList());
        }
        return found.stream().map(one -> difference(course.courseKey(), one)).toList();
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
