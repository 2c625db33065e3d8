package org.laurel.enrollment.allowed.http;

import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.allowed.domain.AllowedKey;
import org.laurel.enrollment.course.http.CourseKeys;
import org.laurel.enrollment.learner.domain.AccountRules;
import org.laurel.kit.problem.ProblemException;

/**
 * An email address that may enroll in a course run, as existing clients send it.
 *
 * @param autoEnroll absent for false
 */
record AllowedBody(
        @Nullable String email,
        @Nullable String courseId,
        @Nullable Boolean autoEnroll) {

    /**
     * What it is about.
     *
     * @throws ProblemException 400 when the address or the course run is missing or cannot be one
     */
    AllowedKey key() {
        if (email == null || email.isEmpty() || !AccountRules.isEmail(email)) {
            throw ProblemException.badRequest("invalid_email", "email takes an email address.");
        }
        if (courseId == null) {
            throw ProblemException.badRequest("course_id_missing", "course_id is required.");
        }
        return new AllowedKey(email, CourseKeys.parse(courseId));
    }
}
