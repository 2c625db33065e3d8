package org.laurel.completion.verification.app;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.verification.db.VerificationCourses;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobStep;

/**
 * Counts all course runs again, one after the other in the order of their keys. The cursor is the course run, a line feed, and how far
 * it is.
 */
@ApplicationScoped
class RecountAllStep implements JobStep {

    static final String KIND = "recount-all-progress";

    /** There is one at a time. */
    static final String SUBJECT = "all";

    private final CourseRecount recount;
    private final VerificationCourses courses;

    RecountAllStep(CourseRecount recount, VerificationCourses courses) {
        this.recount = recount;
        this.courses = courses;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress advance(Chunk chunk) {
        if (chunk.cursor() == null) {
            return new Progress(beginningAfter(""), 0);
        }
        String[] parts = chunk.cursor().split("\n", 2);
        Cause cause = Cause.of("recount", kind() + ":" + chunk.jobId());
        Progress one = recount.next(new CourseKey(parts[0]), parts[1].isEmpty() ? null : parts[1], cause);
        String cursor = one.cursor() == null ? beginningAfter(parts[0]) : parts[0] + "\n" + one.cursor();
        return new Progress(cursor, one.done(), one.counts());
    }

    private @Nullable String beginningAfter(String courseKey) {
        return courses.after(courseKey).map(next -> next + "\n").orElse(null);
    }
}
