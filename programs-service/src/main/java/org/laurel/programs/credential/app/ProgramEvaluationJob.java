package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.job.Jobs;
import org.laurel.programs.credential.db.CourseCredentialStore;
import org.laurel.programs.credential.domain.EvaluateLearner;
import org.laurel.programs.evaluation.app.EvaluationJobs;

/** Evaluates all who hold a credential in a run of a changed program, a chunk of learners at a time. */
@ApplicationScoped
class ProgramEvaluationJob implements JobStep {

    private final Jobs jobs;
    private final CourseCredentialStore credentials;
    private final ProgramEvaluation evaluation;

    ProgramEvaluationJob(Jobs jobs, CourseCredentialStore credentials, ProgramEvaluation evaluation) {
        this.jobs = jobs;
        this.credentials = credentials;
        this.evaluation = evaluation;
    }

    @Override
    public String kind() {
        return EvaluationJobs.PROGRAM;
    }

    @Override
    public Progress advance(Chunk chunk) {
        String subject = chunk.subject();
        UUID programUuid = UUID.fromString(subject.substring(0, subject.indexOf('@')));
        if (chunk.cursor() == null) {
            jobs.total(chunk.jobId(), credentials.countHolders(programUuid));
        }
        List<LearnerId> learners = credentials.holders(programUuid, chunk.after(), CHUNK);
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
