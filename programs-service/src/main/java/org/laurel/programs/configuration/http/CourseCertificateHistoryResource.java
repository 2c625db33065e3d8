package org.laurel.programs.configuration.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.security.Roles;
import org.laurel.programs.configuration.db.CourseCertificateQuery;
import org.laurel.programs.configuration.db.CourseCertificateQuery.Numbered;

/** How a course run was certified. */
@Path("/api/programs/v1/course-certificates/{course_key: .+}/history")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Certificate configurations")
public class CourseCertificateHistoryResource {

    private final CourseCertificateQuery certificates;

    CourseCertificateHistoryResource(CourseCertificateQuery certificates) {
        this.certificates = certificates;
    }

    @GET
    @Operation(summary = "All versions of a course run's certificate configurations, newest first")
    public CursorPage<CourseCertificateVersion> history(
            @PathParam("course_key") String courseKey,
            @QueryParam("cursor") @Nullable Long cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        List<Numbered> found = certificates.history(CourseKeyParameter.orBadRequest(courseKey), cursor, limit + 1);
        CursorPage<Numbered> page = CursorPage.of(found, limit, version -> String.valueOf(version.number()));
        return new CursorPage<>(
                        page.results().stream()
                                .map(numbered -> CourseCertificateVersion.of(numbered.version()))
                                .toList(),
                        page.nextCursor())
                .orUnknown(cursor == null, CourseCertificateResource::notFound);
    }
}
