package org.laurel.completion.progress.app;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.completion.progress.db.CounterStore;

/** Has movements of course runs' numbers folded at once when many wait. */
@ApplicationScoped
public class CounterRelief {

    /** So many movements are added up by a reader without being noticed. */
    private static final int MANY = 500;

    private final CounterStore counters;
    private final CounterFolding folding;

    CounterRelief(CounterStore counters, CounterFolding folding) {
        this.counters = counters;
        this.folding = folding;
    }

    /** Folds everything when many movements wait. */
    @Scheduled(every = "2s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void relieve() {
        if (counters.isWaiting(MANY)) {
            folding.fold(false);
        }
    }
}
