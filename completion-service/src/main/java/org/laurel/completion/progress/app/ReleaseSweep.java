package org.laurel.completion.progress.app;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.laurel.completion.progress.db.BehindQuery;
import org.laurel.completion.structure.app.StructurePublishing;
import org.laurel.kit.job.Jobs;

/** Has learners counted again to whom blocks have been released. Until then reads count them in memory. */
@ApplicationScoped
public class ReleaseSweep {

    private final BehindQuery behind;
    private final Jobs jobs;
    private final Clock clock;

    ReleaseSweep(BehindQuery behind, Jobs jobs, Clock clock) {
        this.behind = behind;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Submits a job for each course run with a release that somebody's sums do not follow. */
    @Scheduled(every = "30s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void sweep() {
        List<String> runs = behind.runsWithReleases(clock.instant());
        if (!runs.isEmpty()) {
            jobs.submit(StructurePublishing.JOB, runs, "release");
        }
    }
}
