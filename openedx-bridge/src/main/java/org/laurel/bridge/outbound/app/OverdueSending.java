package org.laurel.bridge.outbound.app;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.laurel.bridge.outbound.db.WaitingPrograms;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.event.UnprocessableEvent;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/**
 * Sends credentials of programs that went on waiting when their learners became known, or retired, because the registry refused
 * the schemas just then. One learner at a time: what cannot be written for one must not hold up the others.
 */
@ApplicationScoped
public class OverdueSending {

    private static final Logger LOG = Logger.getLogger(OverdueSending.class);

    /** Learners at a time; the others a minute later. */
    private static final int AT_ONCE = 500;

    private final WaitingPrograms waiting;
    private final KeyLocks locks;
    private final DuePrograms due;
    private final Outbox outbox;

    OverdueSending(WaitingPrograms waiting, KeyLocks locks, DuePrograms due, Outbox outbox) {
        this.waiting = waiting;
        this.locks = locks;
        this.due = due;
        this.outbox = outbox;
    }

    /** Sends it, unless the registry refuses still. */
    @Scheduled(every = "1m", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void apply() {
        for (LearnerId learner : waiting.known(AT_ONCE)) {
            try {
                QuarkusTransaction.requiringNew().run(() -> send(learner));
            } catch (UnprocessableEvent unwritable) {
                LOG.warnf("What waits for learner %s cannot be sent: %s", learner.value(), unwritable.getMessage());
            }
        }
    }

    private void send(LearnerId learner) {
        locks.lock(List.of(learner.value()));
        outbox.append(due.take(List.of(learner)));
    }
}
