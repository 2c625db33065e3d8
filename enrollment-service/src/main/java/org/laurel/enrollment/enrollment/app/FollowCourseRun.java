package org.laurel.enrollment.enrollment.app;

import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.enrollment.course.app.CourseSubmission;
import org.laurel.enrollment.enrollment.db.PendingTable;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.kit.job.JobStep;

/** Enrolls learners in a course run where that was asked for before the run or its modes were known. */
@Singleton
class FollowCourseRun implements JobStep {

    private final PendingTable pending;
    private final WaitingEnrollments waiting;

    FollowCourseRun(PendingTable pending, WaitingEnrollments waiting) {
        this.pending = pending;
        this.waiting = waiting;
    }

    @Override
    public String kind() {
        return CourseSubmission.JOB;
    }

    @Override
    public Progress advance(Chunk chunk) {
        List<EnrollmentKey> keys = pending.keysOfCourseRun(chunk.subject(), chunk.after(), CHUNK);
        if (!keys.isEmpty()) {
            waiting.apply(keys);
        }
        return keys.size() < CHUNK
                ? Progress.finished(keys.size())
                : new Progress(keys.getLast().learnerId().value(), keys.size());
    }
}
