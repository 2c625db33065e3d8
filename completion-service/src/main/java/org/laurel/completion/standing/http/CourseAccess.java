package org.laurel.completion.standing.http;

import jakarta.enterprise.context.RequestScoped;
import org.laurel.completion.standing.db.RoleQuery;
import org.laurel.completion.standing.domain.CourseRoles;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/**
 * What the caller of the current request may see of course runs: by the bearer token's role, or by the roles in the run that
 * enrollment-service told us of.
 */
@RequestScoped
public class CourseAccess {

    private final Caller caller;
    private final RoleQuery roles;

    public CourseAccess(Caller caller, RoleQuery roles) {
        this.caller = caller;
        this.roles = roles;
    }

    /**
     * Ends the request for everybody but global staff, service clients, and staff, limited staff, instructors and data
     * researchers of the course run or its organisation.
     *
     * @throws ProblemException 403
     */
    public void requireCourseTeam(CourseKey courseKey) {
        if (!caller.isPrivileged() && !CourseRoles.seeStatistics(roles.rolesIn(caller.learnerId(), courseKey))) {
            throw ProblemException.forbidden("Only the course team, global staff and service clients may see this.");
        }
    }
}
