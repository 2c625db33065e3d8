package org.laurel.certificates.issuance.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.certificates.course.app.TermsFolding;
import org.laurel.certificates.issuance.db.CaseStore;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobStep;

/** Folds new terms of a course run into the certificates of all its learners, a chunk of learners at a time. */
@ApplicationScoped
class TermsFoldingJob implements JobStep {

    private final CaseStore cases;
    private final FactFolding folding;

    TermsFoldingJob(CaseStore cases, FactFolding folding) {
        this.cases = cases;
        this.folding = folding;
    }

    @Override
    public String kind() {
        return TermsFolding.JOB;
    }

    @Override
    public Progress advance(Chunk chunk) {
        CourseKey courseKey = new CourseKey(chunk.subject());
        List<LearnerId> learners = cases.behindTerms(courseKey, chunk.after(), CHUNK);
        if (learners.isEmpty()) {
            return Progress.finished(0);
        }
        Cause cause = Cause.of("course-run.changed", kind() + ":" + chunk.subject());
        folding.apply(learners.stream()
                .<FactCommand>map(learner -> new FactCommand.FoldAgain(new CaseKey(learner, courseKey), cause))
                .toList());
        return new Progress(learners.getLast().value(), learners.size());
    }
}
