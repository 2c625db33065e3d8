package org.laurel.enrollment.audit.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.audit.db.ManualEnrollmentQueries;
import org.laurel.enrollment.audit.db.ManualEnrollmentQueries.Filter;
import org.laurel.enrollment.audit.db.ManualEnrollmentQueries.Line;
import org.laurel.enrollment.course.http.CourseKeys;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.security.Roles;

/** What staff did to enrollments by hand. */
@Path("/api/enrollment/v1/manual-enrollments")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public class ManualEnrollmentResource {

    private final ManualEnrollmentQueries audit;

    ManualEnrollmentResource(ManualEnrollmentQueries audit) {
        this.audit = audit;
    }

    @GET
    @Operation(summary = "The manual enrollment audit, newest first, of a course run, a learner or an email address")
    public CursorPage<Line> list(
            @QueryParam("course_id") @Nullable String courseId,
            @QueryParam("learner_id") @Nullable String learnerId,
            @QueryParam("email") @Nullable String email,
            @QueryParam("cursor") @DefaultValue("9223372036854775807") long cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1_000) int limit) {
        Filter filter =
                new Filter(courseId == null ? null : CourseKeys.parse(courseId.replace(' ', '+')), learnerId, email);
        return CursorPage.of(audit.before(filter, cursor, limit + 1), limit, line -> String.valueOf(line.id()));
    }
}
