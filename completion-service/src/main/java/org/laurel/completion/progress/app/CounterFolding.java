package org.laurel.completion.progress.app;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.laurel.completion.progress.db.CounterStore;
import org.laurel.completion.progress.domain.Counter;
import org.laurel.events.key.CourseKey;

/**
 * Folds the movements of course runs' numbers, so that reading them costs the same however much has happened: every minute, and in
 * between where many wait ({@link CounterRelief}). One replica at a time.
 */
@ApplicationScoped
public class CounterFolding {

    /** So many are folded in one transaction. */
    private static final int PIECE = 20_000;

    private final CounterStore counters;
    private final Clock clock;

    /** Course runs that were folded in haste. */
    private final Set<CourseKey> untidy = ConcurrentHashMap.newKeySet();

    CounterFolding(CounterStore counters, Clock clock) {
        this.counters = counters;
        this.clock = clock;
    }

    private enum Outcome {
        /** There may be more of this course run. */
        MORE,
        /** All of this course run is folded. */
        DONE,
        /** Another replica folds. */
        TAKEN
    }

    @Scheduled(every = "60s", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tidy() {
        fold(true);
    }

    /**
     * Folds everything that waits.
     *
     * @param tidies whether to throw out what has come to nothing, and to keep days together that are too old to be told. Then another
     *     replica that folds is waited for, otherwise the work is left to it
     */
    public void fold(boolean tidies) {
        Optional<CourseKey> next = counters.unfoldedAfter("");
        while (next.isPresent()) {
            CourseKey courseKey = next.get();
            switch (QuarkusTransaction.requiringNew().call(() -> piece(courseKey, tidies))) {
                case MORE -> {}
                case DONE -> next = counters.unfoldedAfter(courseKey.value());
                case TAKEN -> next = Optional.empty();
            }
        }
        if (tidies) {
            untidy.forEach(courseKey -> QuarkusTransaction.requiringNew().call(() -> piece(courseKey, true)));
        }
    }

    private Outcome piece(CourseKey courseKey, boolean tidies) {
        if (tidies) {
            counters.awaitTurn();
        } else if (!counters.takeTurn()) {
            return Outcome.TAKEN;
        }
        if (counters.fold(courseKey, PIECE) == PIECE) {
            return Outcome.MORE;
        }
        if (tidies) {
            counters.condenseDays(courseKey, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), Counter.DAYS);
            counters.removeEmpty(courseKey);
            untidy.remove(courseKey);
        } else {
            untidy.add(courseKey);
        }
        return Outcome.DONE;
    }
}
