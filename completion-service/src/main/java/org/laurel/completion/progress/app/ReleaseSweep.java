package org.laurel.completion.progress.app;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.laurel.completion.progress.db.BehindQuery;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.job.Jobs;

/** Counts learners again to whom blocks have been released. Until then reads count them in memory. */
@ApplicationScoped
public class ReleaseSweep implements JobStep {

    /** The kind of the job that counts learners again to whom blocks have been released. Its subject is the course key. */
    public static final String KIND = "follow-block-releases";

    private final BehindQuery behind;
    private final ProgressAccounting accounting;
    private final Jobs jobs;
    private final Clock clock;

    ReleaseSweep(BehindQuery behind, ProgressAccounting accounting, Jobs jobs, Clock clock) {
        this.behind = behind;
        this.accounting = accounting;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Submits a job for each course run with a release that somebody's sums do not follow, unless one is at it. */
    @Scheduled(every = "30s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void sweep() {
        List<String> runs = behind.runsWithReleases(clock.instant()).stream()
                .filter(run -> jobs.openOf(KIND, run).isEmpty())
                .toList();
        if (!runs.isEmpty()) {
            jobs.submit(KIND, runs, "release");
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Whoever is counted again is due no longer, so each chunk takes the first ones. */
    @Override
    public Progress advance(Chunk chunk) {
        CourseKey courseKey = new CourseKey(chunk.subject());
        Instant now = clock.instant();
        if (chunk.cursor() == null) {
            jobs.total(chunk.jobId(), behind.countDue(courseKey, now));
        }
        List<LearnerId> learners = behind.due(courseKey, now, RebaseJob.LEARNERS);
        if (learners.isEmpty()) {
            return Progress.finished(0);
        }
        Cause cause = Cause.of("release", kind() + ":" + chunk.subject());
        accounting.apply(learners.stream()
                .<ProgressCommand>map(learner ->
                        new ProgressCommand.Recount(new CourseLearner(courseKey, learner), null, false, cause))
                .toList());
        return new Progress(learners.getLast().value(), learners.size());
    }
}
