package org.laurel.bridge.outbound.app;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.laurel.bridge.outbound.db.WaitingPrograms;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.event.UnprocessableEvent;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;
import org.laurel.kit.sql.Failures;

/**
 * Sends credentials of programs that waited although their learners are known, or retired, because the registry refused the
 * schemas. One learner at a time: what cannot be written for one must not hold up the others.
 */
@ApplicationScoped
public class OverdueSending {

    private static final Logger LOG = Logger.getLogger(OverdueSending.class);

    /** Learners that are looked for at a time. */
    private static final int PAGE = 500;

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
        List<String> failures = new ArrayList<>();
        String last = "";
        List<LearnerId> page = page(last);
        while (!page.isEmpty()) {
            page.forEach(learner -> sendUnlessItFails(learner, failures));
            last = page.getLast().value();
            page = page(last);
        }
        if (!failures.isEmpty()) {
            LOG.warnf(
                    "What waits for %d learners cannot be sent, such as for %s", failures.size(), failures.getFirst());
        }
    }

    private List<LearnerId> page(String last) {
        return due.isSent() ? waiting.known(last, PAGE) : List.of();
    }

    private void sendUnlessItFails(LearnerId learner, List<String> failures) {
        try {
            QuarkusTransaction.requiringNew().run(() -> send(learner));
        } catch (RuntimeException failure) {
            if (Failures.isTransient(failure)) {
                throw failure;
            }
            failures.add(learner.value() + ": " + reason(failure));
        }
    }

    /** What is foreseen tells itself; anything else might quote values. */
    private static String reason(RuntimeException failure) {
        return failure instanceof UnprocessableEvent foreseen
                ? String.valueOf(foreseen.getMessage())
                : Failures.describe(failure);
    }

    private void send(LearnerId learner) {
        locks.lock(List.of(learner.value()));
        outbox.append(due.takeIfSent(List.of(learner)));
    }
}
