package org.laurel.enrollment.course.http;

import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;

/** Reads course keys of requests. */
public final class CourseKeys {

    private CourseKeys() {}

    /**
     * The course key with this text; a slash at its end is cut off, since existing clients end addresses with one.
     *
     * @throws ProblemException 400 when it is none
     */
    public static CourseKey parse(String text) {
        try {
            return new CourseKey(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("invalid_course_key", String.valueOf(malformed.getMessage()));
        }
    }
}
