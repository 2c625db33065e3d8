package org.laurel.completion.xapi.app;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.laurel.completion.xapi.db.StatementQueue;
import org.laurel.completion.xapi.db.StatementQueue.Turn;
import org.laurel.completion.xapi.domain.Backoff;
import org.laurel.completion.xapi.domain.BatchSize;
import org.laurel.completion.xapi.domain.QueuedStatement;

/**
 * Sends the statements that wait to the learning record store, the oldest first, in batches, and takes those off that the store
 * has. One process at a time does. A batch that ends in the middle is sent again: the ids make the store keep each statement
 * once. What the store never takes is set aside; whatever else goes wrong is waited for, longer and longer, and nothing is
 * skipped meanwhile. A store that gets more than it bears gets less.
 */
@Singleton
class LrsDelivery {

    private static final Logger LOG = Logger.getLogger(LrsDelivery.class);

    private final StatementQueue queue;
    private final LrsClient store;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Backoff backoff;
    private volatile boolean stopping;
    private BatchSize size;
    private int failures;
    private Instant notBefore = Instant.MIN;

    LrsDelivery(StatementQueue queue, LrsClient store, LrsSettings settings, MeterRegistry metrics, Clock clock) {
        this.queue = queue;
        this.store = store;
        this.metrics = metrics;
        this.clock = clock;
        this.backoff = new Backoff(settings.firstRetry());
        this.size = BatchSize.of(settings.batchSize());
    }

    /** Sends until nothing waits, a failure is to be waited for, or {@link #stop} is called. Not thread-safe. */
    void run() {
        if (clock.instant().isBefore(notBefore)) {
            return;
        }
        try (Turn turn = queue.open()) {
            if (turn.lead()) {
                drain(turn);
            }
        } catch (RuntimeException | Error failure) {
            pause(Duration.ZERO, String.valueOf(failure));
        }
    }

    /** Lets the batch that is being sent now be the last. */
    void stop() {
        stopping = true;
    }

    private void drain(Turn turn) {
        List<QueuedStatement> batch = turn.oldest(size.now());
        while (!batch.isEmpty() && !stopping && deliver(turn, batch)) {
            batch = turn.oldest(size.now());
        }
    }

    /** Whether to go on at once: with what comes next, or with a smaller part of the same. */
    private boolean deliver(Turn turn, List<QueuedStatement> batch) {
        LrsAnswer answer;
        try {
            answer = store.post(batch.stream().map(QueuedStatement::json).toList());
        } catch (HttpTimeoutException late) {
            return tooSlow(batch, Duration.ZERO, String.valueOf(late.getMessage()));
        } catch (IOException failure) {
            return pause(Duration.ZERO, String.valueOf(failure.getMessage()));
        }
        return switch (answer.verdict(batch.stream().map(QueuedStatement::id).toList())) {
            case STORED -> takeOff(turn, batch, "sent");
            case KNOWN -> batch.size() > 1 ? deliverEach(turn, batch) : takeOff(turn, batch, "known");
            case REFUSED -> batch.size() > 1 ? deliverEach(turn, batch) : setAside(turn, batch.getFirst(), answer);
            case TOO_LARGE ->
                batch.size() > 1 ? resize(size.after(batch.size()), batch) : setAside(turn, batch.getFirst(), answer);
            case TOO_SLOW -> tooSlow(batch, answer.pause(), answer.describe());
            case NOT_NOW -> pause(answer.pause(), answer.describe());
        };
    }

    /** The store may do better with less, later. */
    private boolean tooSlow(List<QueuedStatement> batch, Duration asked, String why) {
        resize(size.late(batch.size()), batch);
        return pause(asked, why);
    }

    private boolean resize(BatchSize next, List<QueuedStatement> batch) {
        int before = size.now();
        size = next;
        if (next.now() < before) {
            LOG.infof("xAPI statements go %d at a time from now on: %d were too much", size.now(), batch.size());
        }
        return true;
    }

    /** One after the other, because one of them keeps the store from taking the others. */
    private boolean deliverEach(Turn turn, List<QueuedStatement> batch) {
        for (QueuedStatement one : batch) {
            if (stopping || !deliver(turn, List.of(one))) {
                return false;
            }
        }
        return true;
    }

    private boolean takeOff(Turn turn, List<QueuedStatement> delivered, String outcome) {
        turn.remove(delivered);
        failures = 0;
        size = size.taken(delivered.size());
        count(outcome, delivered.size());
        return true;
    }

    private boolean setAside(Turn turn, QueuedStatement refused, LrsAnswer answer) {
        turn.setAside(refused, answer.describe());
        failures = 0;
        count("set_aside", 1);
        LOG.errorf("The learning record store refuses a statement, which is set aside in place %d", refused.place());
        return true;
    }

    /** Never goes on at once. */
    private boolean pause(Duration asked, String why) {
        failures++;
        Duration pause =
                backoff.pause(failures, asked, ThreadLocalRandom.current().nextDouble());
        notBefore = clock.instant().plus(pause);
        count("failed", 1);
        LOG.warnf("xAPI statements wait %s: %s", pause, why);
        return false;
    }

    private void count(String outcome, int statements) {
        metrics.counter("laurel.xapi", "outcome", outcome).increment(statements);
    }
}
