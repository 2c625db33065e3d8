package org.laurel.completion.progress.app;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.completion.progress.db.BehindQuery;
import org.laurel.completion.progress.domain.DuePlace;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.Job;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.job.Jobs;

/** Counts learners again to whom blocks have been released. Until then reads count them in memory. */
@ApplicationScoped
public class ReleaseSweep implements JobStep {

    /** The kind of the job that counts learners again to whom blocks have been released. Its subject is the course key. */
    public static final String KIND = "follow-block-releases";

    private static final Duration REST = Duration.ofHours(1);

    private final BehindQuery behind;
    private final Recounting recounting;
    private final Jobs jobs;
    private final Clock clock;

    ReleaseSweep(BehindQuery behind, Recounting recounting, Jobs jobs, Clock clock) {
        this.behind = behind;
        this.recounting = recounting;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Submits a job for each course run with a release that somebody's sums do not follow, unless one is at it. Where the last one
     * failed, or left somebody behind, the next one comes after an hour.
     */
    @Scheduled(
            identity = KIND,
            every = "30s",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void sweep() {
        List<String> behindReleases = behind.runsWithReleases(clock.instant());
        if (behindReleases.isEmpty()) {
            return;
        }
        Set<String> resting = jobs.changedWithin(KIND, REST).stream()
                .filter(ReleaseSweep::hasLeftSomebody)
                .map(Job::subject)
                .collect(Collectors.toSet());
        List<String> runs = behindReleases.stream()
                .filter(run -> !resting.contains(run) && jobs.openOf(KIND, run).isEmpty())
                .toList();
        if (!runs.isEmpty()) {
            jobs.submit(KIND, runs, "release");
        }
    }

    private static boolean hasLeftSomebody(Job job) {
        return job.state().equals("failed") || job.counts().containsKey(Recounting.FAILED);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Whoever is counted again is due no longer, or later; each chunk goes on after those who could not be counted. */
    @Override
    public Progress advance(Chunk chunk) {
        CourseKey courseKey = new CourseKey(chunk.subject());
        Instant now = clock.instant();
        if (chunk.cursor() == null) {
            jobs.total(chunk.jobId(), behind.countDue(courseKey, now));
        }
        List<DuePlace> due = behind.due(courseKey, now, DuePlace.parse(chunk.cursor()), RebaseJob.LEARNERS);
        if (due.isEmpty()) {
            return Progress.finished(0);
        }
        Cause cause = Cause.of("release", kind() + ":" + chunk.subject());
        List<CourseLearner> keys = due.stream()
                .map(place -> new CourseLearner(courseKey, place.learner()))
                .toList();
        Recounting.LeftBehind left = recounting.apply(courseKey, keys, false, cause);
        return new Progress(due.getLast().text(), due.size(), left.counts());
    }
}
