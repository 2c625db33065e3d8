package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.job.Jobs;
import org.laurel.programs.configuration.app.CourseConfiguring;
import org.laurel.programs.configuration.app.CourseDateMoving;
import org.laurel.programs.credential.db.DatedCredentials;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.RedateCourse;

/**
 * Moves a run's configuration to the date that was told with the run, in a transaction of its own, and then dates all course
 * credentials of the run, a chunk of learners at a time.
 */
@ApplicationScoped
class CourseDatingJob implements JobStep {

    private final Jobs jobs;
    private final CourseDateMoving moving;
    private final DatedCredentials credentials;
    private final CourseRedating redating;

    CourseDatingJob(Jobs jobs, CourseDateMoving moving, DatedCredentials credentials, CourseRedating redating) {
        this.jobs = jobs;
        this.moving = moving;
        this.credentials = credentials;
        this.redating = redating;
    }

    @Override
    public String kind() {
        return CourseConfiguring.DATING;
    }

    @Override
    public Progress advance(Chunk chunk) {
        CourseKey courseKey = new CourseKey(chunk.subject());
        if (chunk.cursor() == null) {
            moving.apply(List.of(courseKey));
            return new Progress("", 0);
        }
        if (chunk.after().isEmpty()) {
            jobs.total(chunk.jobId(), credentials.count(courseKey));
        }
        List<LearnerId> learners = credentials.holders(courseKey, chunk.after(), CHUNK);
        if (learners.isEmpty()) {
            return Progress.finished(0);
        }
        Cause cause = Cause.of("course-date.changed", kind() + ":" + chunk.jobId());
        redating.apply(learners.stream()
                .map(learner -> new RedateCourse(new CaseKey(learner, courseKey), cause))
                .toList());
        return new Progress(learners.getLast().value(), learners.size());
    }
}
