package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.job.Jobs;
import org.laurel.programs.credential.db.WaitingQuery;
import org.laurel.programs.evaluation.app.EvaluationJobs;

/**
 * After a change that may concern everybody: evaluates all whom an award awaits, a chunk of learners at a time. Whatever was
 * earned before the change waits, so that nobody else has anything to gain by it.
 */
@ApplicationScoped
class LearnerEvaluationJob implements JobStep {

    /** Each learner may have many programs, so that a chunk has fewer learners than commands are allowed. */
    private static final int LEARNERS = 250;

    private final Jobs jobs;
    private final WaitingQuery waiting;
    private final LearnerEvaluation evaluation;

    LearnerEvaluationJob(Jobs jobs, WaitingQuery waiting, LearnerEvaluation evaluation) {
        this.jobs = jobs;
        this.waiting = waiting;
        this.evaluation = evaluation;
    }

    @Override
    public String kind() {
        return EvaluationJobs.EVERYTHING;
    }

    @Override
    public Progress advance(Chunk chunk) {
        if (chunk.cursor() == null) {
            jobs.total(chunk.jobId(), waiting.count());
        }
        List<LearnerId> learners = waiting.learners(chunk.after(), LEARNERS);
        if (learners.isEmpty()) {
            return Progress.finished(0);
        }
        evaluation.apply(learners, Cause.of("settings.changed", kind() + ":" + chunk.subject()));
        return new Progress(learners.getLast().value(), learners.size());
    }
}
