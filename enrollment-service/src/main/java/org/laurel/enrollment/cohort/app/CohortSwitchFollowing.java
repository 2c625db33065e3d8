package org.laurel.enrollment.cohort.app;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.laurel.enrollment.cohort.db.CohortCourseTable;
import org.laurel.enrollment.cohort.domain.CohortEntry;
import org.laurel.enrollment.cohort.domain.Seat;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobStep;

/** Gives a cohort to the learners of a course run where cohorts count from now on. */
@Singleton
class CohortSwitchFollowing implements JobStep {

    private final CohortCourseTable courses;
    private final CohortEntering entering;
    private final Clock clock;

    CohortSwitchFollowing(CohortCourseTable courses, CohortEntering entering, Clock clock) {
        this.courses = courses;
        this.entering = entering;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return CohortSwitch.JOB;
    }

    @Override
    public Progress advance(Chunk chunk) {
        CourseKey courseKey = new CourseKey(chunk.subject());
        return courses.cohortedBecause(courseKey)
                .map(cause -> advance(chunk, courseKey, cause))
                .orElseGet(() -> Progress.finished(0));
    }

    private Progress advance(Chunk chunk, CourseKey courseKey, Cause cause) {
        Instant now = clock.instant();
        List<LearnerId> learners = courses.enrolledWithoutCohort(courseKey, chunk.after(), CHUNK);
        entering.apply(learners.stream()
                .map(learner -> new CohortEntry(new Seat(learner, courseKey), true, now, cause))
                .toList());
        return learners.size() < CHUNK
                ? Progress.finished(learners.size())
                : new Progress(learners.getLast().value(), learners.size());
    }
}
