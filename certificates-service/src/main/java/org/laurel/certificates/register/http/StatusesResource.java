package org.laurel.certificates.register.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.http.CourseKeys;
import org.laurel.certificates.register.db.StatusCountQuery;
import org.laurel.certificates.register.domain.StatusCount;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.security.Roles;

/** Which statuses occur. Source: certificates, unique statuses. */
@Path("/api/certificates/v1/certificates")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Register")
public class StatusesResource {

    private final StatusCountQuery counts;

    StatusesResource(StatusCountQuery counts) {
        this.counts = counts;
    }

    /** A status that occurs, and how often. */
    public record Occurrence(String status, long count) {

        static Occurrence of(StatusCount count) {
            return new Occurrence(count.status().slug(), count.count());
        }
    }

    @GET
    @Path("/statuses")
    @Operation(
            summary = "The statuses that occur",
            description = "In a course run, or without course_key in all. Up to ten seconds old.")
    public List<String> statuses(@QueryParam("course_key") @Nullable String courseKey) {
        return counts.count(run(courseKey)).counts().stream()
                .map(count -> count.status().slug())
                .toList();
    }

    @GET
    @Path("/status-counts")
    @Operation(
            summary = "The statuses that occur, each with its number of certificates",
            description = "In a course run, or without course_key in all. Up to ten seconds old.")
    public List<Occurrence> statusCounts(@QueryParam("course_key") @Nullable String courseKey) {
        return counts.count(run(courseKey)).counts().stream()
                .map(Occurrence::of)
                .toList();
    }

    private static @Nullable CourseKey run(@Nullable String courseKey) {
        return courseKey == null ? null : CourseKeys.parse(courseKey);
    }
}
