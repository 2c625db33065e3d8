package org.laurel.certificates.issued.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.NoCache;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issued.db.IssuedQuery;
import org.laurel.certificates.issued.db.IssuedQuery.Wanted;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;

/** The list of certificates of a course run as a file for spreadsheets. */
@Path("/api/certificates/v1/course-runs/{course_key: .+}/certificates.csv")
@Authenticated
@Tag(name = "Register")
public class IssuedExportResource {

    private final IssuedQuery issued;
    private final AdministeredRuns runs;

    IssuedExportResource(IssuedQuery issued, AdministeredRuns runs) {
        this.issued = issued;
        this.runs = runs;
    }

    @GET
    @NoCache
    @Produces("text/csv; charset=UTF-8")
    @Operation(
            summary = "The certificates of a course run as CSV",
            description =
                    "In the order of learner ids, with filter and search as on the instructors' page. A cell that a "
                            + "spreadsheet might take for a formula begins with an apostrophe. For staff, service clients "
                            + "and data researchers of the course run. 404 for a course run that nobody told us of.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response export(
            @PathParam("course_key") String courseKey,
            @QueryParam("filter") @Nullable String filter,
            @QueryParam("search") @Nullable String search) {
        CourseKey key = runs.ownForViewer(courseKey);
        Wanted wanted = WantedList.of(key, filter, search);
        StreamingOutput lines = out -> IssuedExport.write(issued, wanted, out);
        return Response.ok(lines)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"certificates.csv\"")
                .build();
    }
}
