package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.job.Jobs;
import org.laurel.programs.credential.db.WaitingQuery;
import org.laurel.programs.credential.domain.EvaluateLearner;
import org.laurel.programs.evaluation.app.EvaluationJobs;

/**
 * Makes the awards that wait for a program to be allowed to make them, a chunk of learners at a time. Whoever earned the program
 * while it was not allowed to is noted as waiting, so that nobody else has to be looked at, however many have been in its
 * courses.
 */
@ApplicationScoped
class WaitingAwardsJob implements JobStep {

    private final Jobs jobs;
    private final WaitingQuery waiting;
    private final ProgramEvaluation evaluation;

    WaitingAwardsJob(Jobs jobs, WaitingQuery waiting, ProgramEvaluation evaluation) {
        this.jobs = jobs;
        this.waiting = waiting;
        this.evaluation = evaluation;
    }

    @Override
    public String kind() {
        return EvaluationJobs.WAITING;
    }

    @Override
    public Progress advance(Chunk chunk) {
        String subject = chunk.subject();
        UUID programUuid = UUID.fromString(subject.substring(0, subject.indexOf('@')));
        if (chunk.cursor() == null) {
            jobs.total(chunk.jobId(), waiting.count(programUuid));
        }
        List<LearnerId> learners = waiting.learners(programUuid, chunk.after(), CHUNK);
        if (learners.isEmpty()) {
            return Progress.finished(0);
        }
        Cause cause = Cause.of("program.changed", kind() + ":" + subject);
        evaluation.apply(learners.stream()
                .map(learner -> new EvaluateLearner(learner, programUuid, cause))
                .toList());
        return new Progress(learners.getLast().value(), learners.size());
    }
}
