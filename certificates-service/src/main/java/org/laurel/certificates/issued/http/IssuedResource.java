package org.laurel.certificates.issued.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.NoCache;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issued.db.IssuedQuery;
import org.laurel.certificates.issued.db.IssuedQuery.Wanted;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.page.NumberedPage;
import org.laurel.kit.page.PageLinks;
import org.laurel.kit.page.PageRequest;

/** The list of certificates at the path that instructors' pages call. Source: certificates, instructor v2. */
@Path("/api/instructor/v2/courses/{course_id: .+}/certificates/issued")
@Authenticated
@Tag(name = "Instructor")
public class IssuedResource {

    private static final int USUAL_SIZE = 20;
    private static final int LARGEST_SIZE = 100;

    private final IssuedQuery issued;
    private final AdministeredRuns runs;
    private final PageLinks links;

    IssuedResource(IssuedQuery issued, AdministeredRuns runs, PageLinks links) {
        this.issued = issued;
        this.runs = runs;
        this.links = links;
    }

    @GET
    @NoCache
    @Operation(
            summary = "The certificates of a course run, with exceptions and invalidations",
            description =
                    "Sorted by username. filter: all, received, not_received, audit_passing, audit_not_passing, error, "
                            + "granted_exceptions (everybody on the allowlist) or invalidated. search: part of a username or "
                            + "e-mail address, whatever its case. The count is up to ten seconds old. For staff and data "
                            + "researchers of the course run. A list of more than 10,000 lines is read to its end with the "
                            + "cursor of /api/certificates/v1/course-runs/{course_key}/certificates.")
    public NumberedPage<IssuedLine> issued(
            @PathParam("course_id") String courseId,
            @QueryParam("filter") @Nullable String filter,
            @QueryParam("search") @Nullable String search,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("page_size") @Nullable Integer pageSize) {
        CourseKey courseKey = runs.existingForViewer(courseId);
        Wanted wanted = WantedList.of(courseKey, filter, search);
        PageRequest request = PageRequest.of(page, pageSize, USUAL_SIZE, LARGEST_SIZE);
        return NumberedPage.of(
                issued.page(wanted, request.offset(), request.size()).stream()
                        .map(IssuedLine::of)
                        .toList(),
                issued.count(wanted),
                request,
                links);
    }
}
