package org.laurel.certificates.role.http;

import org.laurel.events.key.CourseKey;

/**
 * What the caller may do in a course run.
 *
 * @param courseAdmin may change its certificate settings and grant exceptions
 * @param issuedViewer may see who was issued a certificate
 * @param staffAccess may see previews of its pages
 * @param support may search, generate and regenerate learners' certificates
 * @param operator may do what staff may on Laurel's own endpoints
 */
public record CourseAccessAnswer(
        String courseKey,
        boolean courseAdmin,
        boolean issuedViewer,
        boolean staffAccess,
        boolean support,
        boolean operator) {

    static CourseAccessAnswer of(CourseKey courseKey, CourseAccess access) {
        return new CourseAccessAnswer(
                courseKey.value(),
                access.isCourseAdmin(courseKey),
                access.isIssuedViewer(courseKey),
                access.hasStaffAccess(courseKey),
                access.isSupport(),
                access.isOperator());
    }
}
