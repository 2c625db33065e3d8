package org.laurel.kit.retirement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/** Tells that nothing is left of retired learners, once for each, and forgets the words by which they were searched for. */
@ApplicationScoped
class ErasureReport {

    private final KeyLocks locks;
    private final WaitingErasures waiting;
    private final Outbox outbox;
    private final Clock clock;

    ErasureReport(KeyLocks locks, WaitingErasures waiting, Outbox outbox, Clock clock) {
        this.locks = locks;
        this.waiting = waiting;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Tells of those of whom it was not told before. */
    @Transactional
    public void apply(List<LearnerId> learners) {
        if (learners.isEmpty()) {
            return;
        }
        locks.lock(learners.stream().map(LearnerId::value).toList());
        outbox.append(waiting.settle(learners, clock.instant()));
    }
}
