package org.laurel.completion.republication.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** Begins to republish the sums of a course run, or of all. */
@ApplicationScoped
public class RepublicationStart {

    private final Jobs jobs;

    RepublicationStart(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * Begins the job and returns its id; while one for the same waits, that one's. One that is under way is not joined: whom it
     * has told of already, it would tell the asker nothing of.
     *
     * @param courseKey null for all course runs
     * @throws ProblemException 409 while the job for the same is paused: what paused it may speak against this one too
     */
    @Transactional
    public long apply(@Nullable CourseKey courseKey, Cause cause) {
        String subject = courseKey == null ? RepublicationStep.ALL : courseKey.value();
        jobs.pausedOf(RepublicationStep.KIND, subject).ifPresent(paused -> {
            throw new ProblemException(Problem.of(
                    409,
                    "republication_paused",
                    "Job " + paused.id()
                            + " tells the same and is paused. Resume it and wait for its end, or cancel it; then ask"
                            + " again."));
        });
        return jobs.submit(RepublicationStep.KIND, subject, cause.by());
    }
}
