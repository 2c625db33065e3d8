package org.laurel.enrollment.role.http;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.role.db.RoleQueries;
import org.laurel.enrollment.role.domain.StaffScope;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/**
 * Where the caller of the current request is course staff: holds the role staff, limited staff or instructor, in the course run
 * or its organisation. However often a request asks, the database is asked once.
 */
@RequestScoped
public class CourseStaff {

    private final Caller caller;
    private final RoleQueries roles;
    private @Nullable StaffScope known;

    public CourseStaff(Caller caller, RoleQueries roles) {
        this.caller = caller;
        this.roles = roles;
    }

    /** The course runs and organisations where the caller is course staff; the token's own roles do not count here. */
    public StaffScope scope() {
        StaffScope scope = known;
        if (scope == null) {
            scope = caller.isAnonymous() ? StaffScope.NOWHERE : roles.staffScope(caller.learnerId(), caller.username());
            known = scope;
        }
        return scope;
    }

    /** Whether the caller is course staff of this run; global staff need not be. */
    public boolean isStaffOf(CourseKey courseKey) {
        return scope().covers(courseKey);
    }

    /** Whether the caller may do what course staff of this run may: they, global staff and service clients. */
    public boolean mayManage(CourseKey courseKey) {
        return caller.isPrivileged() || isStaffOf(courseKey);
    }

    /**
     * Ends the request for everybody else.
     *
     * @throws ProblemException 403
     */
    public void require(CourseKey courseKey) {
        if (!mayManage(courseKey)) {
            throw ProblemException.forbidden(
                    "Only course staff of the course run, global staff and service clients may do this.");
        }
    }
}
