package org.laurel.completion.progress.app;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.laurel.completion.progress.db.CounterStore;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.job.Jobs;

/** Folds the movements of course runs' numbers, so that reading them costs the same however much has happened. */
@ApplicationScoped
public class CounterFolding implements JobStep {

    private static final String KIND = "fold-completion-counters";
    private static final String ALL = "*";
    private static final int MOVEMENTS = 20_000;

    private final CounterStore counters;
    private final Jobs jobs;

    CounterFolding(CounterStore counters, Jobs jobs) {
        this.counters = counters;
        this.jobs = jobs;
    }

    /** Submits one job for all course runs whose numbers have moved, unless one is at it. */
    @Scheduled(every = "60s", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void sweep() {
        if (jobs.openOf(KIND, ALL).isEmpty() && counters.unfoldedAfter("").isPresent()) {
            jobs.submit(KIND, ALL, "folding");
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Folds one course run; the cursor is the last one that is done. */
    @Override
    public Progress advance(Chunk chunk) {
        Optional<String> next = counters.unfoldedAfter(chunk.after());
        if (next.isEmpty()) {
            return Progress.finished(0);
        }
        CourseKey courseKey = new CourseKey(next.get());
        int folded = counters.fold(courseKey, MOVEMENTS);
        if (folded == MOVEMENTS) {
            return new Progress(chunk.after(), folded);
        }
        counters.removeEmpty(courseKey);
        return new Progress(courseKey.value(), folded);
    }
}
