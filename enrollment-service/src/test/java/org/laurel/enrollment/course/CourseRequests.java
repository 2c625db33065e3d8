package org.laurel.enrollment.course;

import java.time.Instant;
import org.laurel.kit.test.PlatformEvent;

/** Course runs as platforms tell them through Kafka. */
final class CourseRequests {

    private CourseRequests() {}

    /** Members of a course run, as JSON without braces that starts with a comma if any, told as of this time. */
    static PlatformEvent submitted(String courseKey, String members, Instant at) {
        return PlatformEvent.of(
                "org.laurel.course-run.submitted.v1",
                courseKey,
                "{\"course_key\": \"%s\"%s, \"occurred_at\": \"%s\"}".formatted(courseKey, members, at));
    }
}
