package org.laurel.completion.verification.app;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.job.Jobs;

/** Counts the course run that is the job's subject again. */
@ApplicationScoped
class RecountStep implements JobStep {

    static final String KIND = "recount-course-progress";

    private final Jobs jobs;
    private final CourseRecount recount;

    RecountStep(Jobs jobs, CourseRecount recount) {
        this.jobs = jobs;
        this.recount = recount;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress advance(Chunk chunk) {
        CourseKey courseKey = new CourseKey(chunk.subject());
        if (chunk.cursor() == null) {
            jobs.total(chunk.jobId(), recount.learners(courseKey));
        }
        return recount.next(courseKey, chunk.cursor(), Cause.of("recount", kind() + ":" + chunk.jobId()));
    }
}
