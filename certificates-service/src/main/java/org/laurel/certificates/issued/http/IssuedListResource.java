package org.laurel.certificates.issued.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issued.db.IssuedQuery;
import org.laurel.certificates.issued.db.IssuedQuery.Line;
import org.laurel.certificates.issued.db.IssuedQuery.Place;
import org.laurel.certificates.issued.db.IssuedQuery.Wanted;
import org.laurel.certificates.register.http.Cursor;
import org.laurel.certificates.register.http.Parameters;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.page.CursorPage;

/** The list of certificates of a course run for lists of any length. */
@Path("/api/certificates/v1/course-runs/{course_key: .+}/certificates")
@Authenticated
@Tag(name = "Register")
public class IssuedListResource {

    private final IssuedQuery issued;
    private final AdministeredRuns runs;

    IssuedListResource(IssuedQuery issued, AdministeredRuns runs) {
        this.issued = issued;
        this.runs = runs;
    }

    @GET
    @Operation(
            summary = "The certificates of a course run, with exceptions and invalidations, by cursor",
            description =
                    "Sorted by username, with filter and search as on the instructors' page. For staff, service clients and "
                            + "data researchers of the course run. 404 for a course run that nobody told us of.")
    public CursorPage<IssuedLine> list(
            @PathParam("course_key") String courseKey,
            @QueryParam("filter") @Nullable String filter,
            @QueryParam("search") @Nullable String search,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        CourseKey key = runs.ownForViewer(courseKey);
        Wanted wanted = WantedList.of(key, filter, search);
        int size = Parameters.limit(limit);
        Place after =
                Cursor.read(cursor, 2, texts -> new Place(texts.getFirst(), Parameters.learnerId(texts.getLast())));
        List<Line> found = issued.after(wanted, after, size + 1);
        CursorPage<Line> page = CursorPage.of(
                found,
                size,
                line -> Cursor.of(line.place().username(), line.place().learnerId()));
        return new CursorPage<>(
                page.results().stream().map(line -> IssuedLine.of(line.entry())).toList(), page.nextCursor());
    }
}
