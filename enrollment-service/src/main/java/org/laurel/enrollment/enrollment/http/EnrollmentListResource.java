package org.laurel.enrollment.enrollment.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.http.CourseKeys;
import org.laurel.enrollment.enrollment.db.EnrollmentHistoryQuery;
import org.laurel.enrollment.enrollment.db.EnrollmentHistoryQuery.Version;
import org.laurel.enrollment.enrollment.db.EnrollmentListQuery;
import org.laurel.enrollment.enrollment.db.EnrollmentListQuery.Filter;
import org.laurel.enrollment.enrollment.db.EnrollmentListQuery.Line;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.learner.http.VisibleLearners;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.page.PublicUrl;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Roles;

/** Lists of enrollments and what enrollments were before, for staff and service clients. */
@Path("/api/enrollment/v1/enrollments")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public class EnrollmentListResource {

    private static final int LARGEST_PAGE = 100;

    private final EnrollmentListQuery enrollments;
    private final EnrollmentHistoryQuery history;
    private final VisibleLearners learners;
    private final PublicUrl publicUrl;

    EnrollmentListResource(
            EnrollmentListQuery enrollments,
            EnrollmentHistoryQuery history,
            VisibleLearners learners,
            PublicUrl publicUrl) {
        this.enrollments = enrollments;
        this.history = history;
        this.learners = learners;
        this.publicUrl = publicUrl;
    }

    /** An enrollment of the list. */
    public record EnrollmentItem(Instant created, String mode, boolean isActive, String user, String courseId) {

        static EnrollmentItem of(Line line) {
            return new EnrollmentItem(
                    line.enrollment().createdAt(),
                    line.enrollment().mode(),
                    line.enrollment().isActive(),
                    line.username(),
                    line.enrollment().key().courseKey().value());
        }
    }

    /**
     * A page of the list.
     *
     * @param next address of the page after it, null on the last
     * @param previous address of the page before it, null on the first
     */
    public record EnrollmentPage(
            @Nullable String next, @Nullable String previous, List<EnrollmentItem> results) {}

    @GET
    @Operation(summary = "Enrollments, inactive ones included, newest first, in pages by an opaque cursor")
    public EnrollmentPage list(
            @BeanParam EnrollmentListFilter asked,
            @QueryParam("page_size") @DefaultValue("100") @Min(1) int pageSize,
            @QueryParam("page") @Nullable String page,
            @Context UriInfo address) {
        Filter filter = asked.read();
        int size = Math.min(pageSize, LARGEST_PAGE);
        ListCursor cursor = page == null || page.isEmpty() ? null : ListCursor.read(page);
        boolean backwards = cursor != null && cursor.backwards();
        List<Line> found = cursor != null && backwards
                ? enrollments.before(filter, cursor.place(), size + 1)
                : enrollments.after(filter, cursor == null ? null : cursor.place(), size + 1);
        boolean more = found.size() > size;
        // The one too many lies at the far end of the direction that was read in.
        List<Line> lines = more ? (backwards ? found.subList(1, size + 1) : found.subList(0, size)) : found;
        boolean hasNext = !lines.isEmpty() && (backwards || more);
        boolean hasPrevious = !lines.isEmpty() && (backwards ? more : cursor != null);
        return new EnrollmentPage(
                hasNext ? link(address, new ListCursor(false, place(lines.getLast()))) : null,
                hasPrevious ? link(address, new ListCursor(true, place(lines.getFirst()))) : null,
                lines.stream().map(EnrollmentItem::of).toList());
    }

    @GET
    @Path("/{learner_id}/{course_id: .+}/history")
    @Operation(summary = "Every version of an enrollment: how it stood, since when, by whom and why; oldest first")
    public CursorPage<Version> history(
            @PathParam("learner_id") String learnerId,
            @PathParam("course_id") String courseId,
            @QueryParam("cursor") @DefaultValue("0") long cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1_000) int limit) {
        EnrollmentKey key = new EnrollmentKey(learners.find(learnerId).id(), CourseKeys.parse(courseId));
        List<Version> versions = history.after(key, cursor, limit + 1);
        if (versions.isEmpty() && cursor == 0) {
            throw ProblemException.notFound("enrollment_not_found", "There is no such enrollment.");
        }
        return CursorPage.of(versions, limit, version -> String.valueOf(version.id()));
    }

    private static EnrollmentListQuery.Place place(Line line) {
        return EnrollmentListQuery.Place.of(line.enrollment());
    }

    private String link(UriInfo address, ListCursor cursor) {
        var uri = address.getRequestUriBuilder()
                .replaceQueryParam("page", cursor.write())
                .build();
        return publicUrl.origin() + uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
