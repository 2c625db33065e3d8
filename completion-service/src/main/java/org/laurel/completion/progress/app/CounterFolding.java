package org.laurel.completion.progress.app;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.completion.progress.db.CounterStore;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.job.Jobs;

/** Folds the movements of course runs' numbers, so that reading them costs the same however much has happened. */
@ApplicationScoped
public class CounterFolding implements JobStep {

    private static final String KIND = "fold-completion-counters";
    private static final int MOVEMENTS = 20_000;

    private final CounterStore counters;
    private final Jobs jobs;

    CounterFolding(CounterStore counters, Jobs jobs) {
        this.counters = counters;
        this.jobs = jobs;
    }

    /** Submits a job for each course run whose numbers have moved. */
    @Scheduled(every = "60s", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void sweep() {
        List<String> runs = counters.unfolded();
        if (!runs.isEmpty()) {
            jobs.submit(KIND, runs, "folding");
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress advance(Chunk chunk) {
        CourseKey courseKey = new CourseKey(chunk.subject());
        int folded = counters.fold(courseKey, MOVEMENTS);
        if (folded == MOVEMENTS) {
            return new Progress("more", folded);
        }
        counters.removeEmpty(courseKey);
        return Progress.finished(folded);
    }
}
