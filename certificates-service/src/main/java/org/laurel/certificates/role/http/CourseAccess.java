package org.laurel.certificates.role.http;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.Map;
import org.laurel.certificates.role.db.RoleQuery;
import org.laurel.certificates.role.domain.HeldRoles;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/**
 * What the caller of the current request may do in course runs: by the bearer token's role, or by the roles in the run that
 * enrollment-service told us of. A request asks the database once per course run. The {@code require} methods end the request
 * with a 403 that says who may.
 */
@RequestScoped
public class CourseAccess {

    private final Caller caller;
    private final RoleQuery roles;
    private final Map<CourseKey, HeldRoles> known = new HashMap<>();

    public CourseAccess(Caller caller, RoleQuery roles) {
        this.caller = caller;
        this.roles = roles;
    }

    /** Global staff, or an instructor of the run or of its organisation. Course staff are not enough. */
    public boolean isCourseAdmin(CourseKey courseKey) {
        return caller.isStaff() || held(courseKey).administers();
    }

    /** Refuses everybody but course administrators. */
    public void requireCourseAdmin(CourseKey courseKey) {
        require(isCourseAdmin(courseKey), "Only global staff and instructors of the course run may do this.");
    }

    /** Refuses everybody but course administrators and, since the endpoint is Laurel's own, service clients. */
    public void requireCourseAdminOrService(CourseKey courseKey) {
        require(
                caller.isService() || isCourseAdmin(courseKey),
                "Only global staff, service clients and instructors of the course run may do this.");
    }

    /** Global staff, or a data researcher of the run. Instructors are not enough. */
    public boolean isIssuedViewer(CourseKey courseKey) {
        return caller.isStaff() || held(courseKey).viewsIssued();
    }

    /** Refuses everybody who may not see who was issued a certificate. */
    public void requireIssuedViewer(CourseKey courseKey) {
        require(isIssuedViewer(courseKey), "Only global staff and data researchers of the course run may see this.");
    }

    /** Global staff, or instructor, staff or limited staff of the run: who sees previews of its pages. */
    public boolean hasStaffAccess(CourseKey courseKey) {
        return caller.isStaff() || held(courseKey).worksInRun();
    }

    /** Global staff or support staff. */
    public boolean isSupport() {
        return caller.isStaff() || caller.isSupport();
    }

    /** Refuses everybody but global staff and support staff. */
    public void requireSupport() {
        require(isSupport(), "Only global staff and support staff may do this.");
    }

    /** Global staff or a service client, which may do what staff may on Laurel's own endpoints. */
    public boolean isOperator() {
        return caller.isPrivileged();
    }

    /** Refuses everybody but global staff and service clients. */
    public void requireOperator() {
        require(isOperator(), "Only global staff and service clients may do this.");
    }

    private HeldRoles held(CourseKey courseKey) {
        if (caller.isAnonymous()) {
            return HeldRoles.NONE;
        }
        return known.computeIfAbsent(courseKey, key -> roles.rolesIn(caller.learnerId(), key));
    }

    private static void require(boolean allowed, String whoMay) {
        if (!allowed) {
            throw ProblemException.forbidden(whoMay);
        }
    }
}
