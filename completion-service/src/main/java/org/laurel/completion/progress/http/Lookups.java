package org.laurel.completion.progress.http;

import org.laurel.completion.progress.http.EffectiveLearner.Selected;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;

/** What the completion endpoints answer when something is not there. */
final class Lookups {

    private Lookups() {}

    /** The course key of a path, which may end with a slash; 404 when it is none. */
    static CourseKey courseKey(String text) {
        String key = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        try {
            return new CourseKey(key);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.notFound("invalid_course_key", "Invalid course key: '" + key + "'.");
        }
    }

    static ProblemException notEnrolled(Selected learner, CourseKey courseKey) {
        return ProblemException.notFound(
                "not_enrolled",
                "User '" + learner.username() + "' does not have an active enrollment in course '" + courseKey + "'.");
    }
}
