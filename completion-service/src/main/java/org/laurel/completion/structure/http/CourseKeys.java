package org.laurel.completion.structure.http;

import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;

/** The course keys of paths. */
final class CourseKeys {

    private CourseKeys() {}

    /** The key, which may end with a slash; 400 when it is none. */
    static CourseKey parsed(String text) {
        try {
            return new CourseKey(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("invalid_course_key", "Invalid course key: '" + text + "'.");
        }
    }

    /** 404 for a course run without any structure. */
    static ProblemException structureNotFound() {
        return ProblemException.notFound("structure_not_found", "No structure was published for this course run.");
    }
}
