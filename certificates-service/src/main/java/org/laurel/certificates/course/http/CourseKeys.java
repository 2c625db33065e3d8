package org.laurel.certificates.course.http;

import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;

/** Reads course keys from paths and bodies. */
public final class CourseKeys {

    private CourseKeys() {}

    /** The key, with a slash at its end cut off; a 400 when it is missing or does not parse. */
    public static CourseKey parse(@Nullable String text) {
        try {
            return of(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest(
                    "invalid_course_key", "The course key is not valid. It looks like course-v1:Org+Course+Run.");
        }
    }

    /** The key at the paths of existing clients, which expect a 404 when it does not parse. */
    public static CourseKey parseOrNotFound(String text) {
        try {
            return of(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.notFound("course_id_not_valid", "The course id is not valid.");
        }
    }

    private static CourseKey of(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("no course key is given");
        }
        return new CourseKey(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }
}
