package org.laurel.completion.republication.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.completion.republication.db.ToldSumQuery;
import org.laurel.completion.republication.domain.ToldSum;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/**
 * Tells the sums of course runs once more, as they were told last, to whoever has missed them. Nothing has changed, so whoever
 * follows changes of progress, xAPI statements among them, hears nothing.
 */
@ApplicationScoped
public class Republishing {

    private final KeyLocks locks;
    private final ToldSumQuery sums;
    private final Outbox outbox;

    Republishing(KeyLocks locks, ToldSumQuery sums, Outbox outbox) {
        this.locks = locks;
        this.sums = sums;
        this.outbox = outbox;
    }

    /** Tells of these learners and returns of how many there was anything to tell. */
    @Transactional
    public int apply(List<CourseLearner> keys, Cause cause) {
        // What is read after the locks is told before anything newer of the same learner.
        locks.lock(keys.stream().map(key -> key.learnerId().value()).toList());
        List<ToldSum> told = sums.of(keys);
        outbox.append(told.stream().flatMap(sum -> sum.again(cause).stream()).toList());
        return told.size();
    }
}
