package org.laurel.certificates.register.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.certificates.course.http.CourseKeys;
import org.laurel.certificates.register.db.StatusCountQuery;
import org.laurel.certificates.role.http.CourseAccess;
import org.laurel.events.key.CourseKey;

/** How many certificates there are, by status. Source: certificates, unique statuses. */
@Path("/api/certificates/v1/course-runs/{course_key: .+}/certificates/statistics")
@Authenticated
@Tag(name = "Register")
public class StatisticsResource {

    private final StatusCountQuery counts;
    private final CourseAccess access;

    StatisticsResource(StatusCountQuery counts, CourseAccess access) {
        this.counts = counts;
        this.access = access;
    }

    @GET
    @Operation(
            summary = "A course run's certificates by status, with the names that people read",
            description = "Up to ten seconds old. For staff, service clients and data researchers of the course run.")
    public StatisticsAnswer statistics(@PathParam("course_key") String courseKey) {
        CourseKey key = CourseKeys.parse(courseKey);
        if (!access.isOperator()) {
            access.requireIssuedViewer(key);
        }
        return StatisticsAnswer.of(key, counts.count(key));
    }
}
