package org.laurel.completion.progress.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.completion.progress.db.ProgressStore;
import org.laurel.completion.progress.domain.CourseLearner;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.structure.app.StructurePublishing;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobStep;

/**
 * Brings all learners of a course run up to its newest structure, a chunk of learners at a time. A publication that is in
 * progress meanwhile brings a job of its own.
 */
@ApplicationScoped
class RebaseJob implements JobStep {

    private final ProgressStore sums;
    private final ProgressAccounting accounting;

    RebaseJob(ProgressStore sums, ProgressAccounting accounting) {
        this.sums = sums;
        this.accounting = accounting;
    }

    @Override
    public String kind() {
        return StructurePublishing.JOB;
    }

    @Override
    public Progress advance(Chunk chunk) {
        CourseKey courseKey = new CourseKey(chunk.subject());
        List<LearnerId> learners = sums.behindStructure(courseKey, chunk.after(), CHUNK);
        if (learners.isEmpty()) {
            return Progress.finished(0);
        }
        Cause cause = Cause.of("course-structure.published", kind() + ":" + chunk.subject());
        accounting.apply(learners.stream()
                .<ProgressCommand>map(
                        learner -> new ProgressCommand.Rebase(new CourseLearner(courseKey, learner), cause))
                .toList());
        return new Progress(learners.getLast().value(), learners.size());
    }
}
