package org.laurel.programs.configuration.http;

import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;

/** Reads course keys from paths. */
final class CourseKeyParameter {

    private CourseKeyParameter() {}

    /** The key, with a slash at its end cut off; existing clients expect a 404 when it does not parse. */
    static CourseKey orNotFound(String text) {
        try {
            return of(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.notFound("course_certificate_not_found", "This is not the key of a course run.");
        }
    }

    /** The same for paths of our own, where it is a 400. */
    static CourseKey orBadRequest(String text) {
        try {
            return of(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest(
                    "invalid_course_key", "The course key is not valid. It looks like course-v1:Org+Course+Run.");
        }
    }

    private static CourseKey of(String text) {
        return new CourseKey(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }
}
