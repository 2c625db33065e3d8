package org.laurel.completion.progress.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.completion.progress.db.BehindQuery;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.app.StructurePublishing;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.job.Jobs;

/**
 * Brings all learners of a course run up to its newest structure and the newest block types, a chunk of learners at a time. A
 * publication that is in progress meanwhile brings a job of its own.
 */
@ApplicationScoped
class RebaseJob implements JobStep {

    static final int LEARNERS = 500;

    private final Jobs jobs;
    private final BehindQuery behind;
    private final Recounting recounting;

    RebaseJob(Jobs jobs, BehindQuery behind, Recounting recounting) {
        this.jobs = jobs;
        this.behind = behind;
        this.recounting = recounting;
    }

    @Override
    public String kind() {
        return StructurePublishing.JOB;
    }

    @Override
    public Progress advance(Chunk chunk) {
        CourseKey courseKey = new CourseKey(chunk.subject());
        if (chunk.cursor() == null) {
            jobs.total(chunk.jobId(), behind.count(courseKey));
        }
        List<LearnerId> learners = behind.learners(courseKey, chunk.after(), LEARNERS);
        if (learners.isEmpty()) {
            return Progress.finished(0);
        }
        Cause cause = Cause.of("course-structure.published", kind() + ":" + chunk.subject());
        List<CourseLearner> keys = learners.stream()
                .map(learner -> new CourseLearner(courseKey, learner))
                .toList();
        Recounting.LeftBehind left = recounting.apply(courseKey, keys, false, cause);
        return new Progress(learners.getLast().value(), learners.size(), left.counts());
    }
}
