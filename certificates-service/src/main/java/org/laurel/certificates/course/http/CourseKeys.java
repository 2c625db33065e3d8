package org.laurel.certificates.course.http;

import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;

/** Reads course keys of requests to Laurel's own endpoints. */
public final class CourseKeys {

    private CourseKeys() {}

    /**
     * The course key with this text.
     *
     * @throws ProblemException 400 {@code invalid_course_key} when it is none
     */
    public static CourseKey parse(String text) {
        try {
            return new CourseKey(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("invalid_course_key", String.valueOf(malformed.getMessage()));
        }
    }
}
