package org.laurel.enrollment.role.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.http.CourseKeys;
import org.laurel.enrollment.role.db.RoleQueries;
import org.laurel.enrollment.role.db.RoleQueries.Filter;
import org.laurel.enrollment.role.db.RoleQueries.Listed;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.security.Roles;

/** Who has which role where. */
@Path("/api/enrollment/v1/course-roles")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public class CourseRoleListResource {

    private final RoleQueries roles;

    CourseRoleListResource(RoleQueries roles) {
        this.roles = roles;
    }

    @GET
    @Operation(
            summary = "Roles by course run, organisation, role or learner, in the order in which they were first given",
            description =
                    "Parameters narrow down together. Roles that were taken away are left out unless include_removed is "
                            + "true. cursor is next_cursor of the page before.")
    public CursorPage<RoleView> list(
            @QueryParam("course_key") @Nullable String courseKey,
            @QueryParam("org") @Nullable String org,
            @QueryParam("role") @Nullable String role,
            @QueryParam("learner_id") @Nullable String learnerId,
            @QueryParam("username") @Nullable String username,
            @QueryParam("include_removed") @DefaultValue("false") boolean includeRemoved,
            @QueryParam("cursor") @DefaultValue("0") long cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        Filter filter = new Filter(
                courseKey == null ? null : CourseKeys.parse(courseKey).value(),
                org,
                role == null ? null : RoleTexts.role(role).slug(),
                learnerId,
                username,
                includeRemoved);
        List<Listed> page = roles.after(filter, cursor, limit + 1);
        CursorPage<Listed> found = CursorPage.of(page, limit, listed -> String.valueOf(listed.id()));
        return new CursorPage<>(
                found.results().stream()
                        .map(listed -> RoleView.of(listed.role(), listed.username()))
                        .toList(),
                found.nextCursor());
    }
}
