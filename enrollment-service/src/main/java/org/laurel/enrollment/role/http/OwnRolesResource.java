package org.laurel.enrollment.role.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.http.CourseKeys;
import org.laurel.enrollment.role.db.RoleQueries;
import org.laurel.kit.security.Caller;

/** The caller's own roles, as existing clients ask for them; nobody sees another one's here. */
@Path("/api/enrollment/v1/roles")
@Authenticated
public class OwnRolesResource {

    private final RoleQueries roles;
    private final Caller caller;

    OwnRolesResource(RoleQueries roles, Caller caller) {
        this.roles = roles;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "The caller's roles, all of them or those of one course run",
            description = "With course_id, roles that hold in the whole organisation are left out.")
    public OwnRolesView get(@QueryParam("course_id") @Nullable String courseId) {
        String only = courseId == null || courseId.isEmpty()
                ? null
                : CourseKeys.parse(courseId).value();
        List<OwnRolesView.Held> held = roles.ofCaller(caller.learnerId(), caller.username()).stream()
                .map(OwnRolesView.Held::of)
                .filter(role -> only == null || role.courseId().equals(only))
                .toList();
        return new OwnRolesView(held, caller.isStaff());
    }
}
