package org.laurel.completion.republication.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.Job;
import org.laurel.kit.job.Jobs;

/** Begins to republish the sums of a course run, or of all. */
@ApplicationScoped
public class RepublicationStart {

    private final Jobs jobs;

    RepublicationStart(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * Begins the job and returns its id; while one for the same is open, that one's.
     *
     * @param courseKey null for all course runs
     */
    @Transactional
    public long apply(@Nullable CourseKey courseKey, Cause cause) {
        String subject = courseKey == null ? RepublicationStep.ALL : courseKey.value();
        return jobs.beginUnlessOpen(RepublicationStep.KIND, subject, Map.of(), null, cause.by())
                .orElseGet(() -> jobs.openOf(RepublicationStep.KIND, subject)
                        .map(Job::id)
                        .orElseThrow());
    }
}
