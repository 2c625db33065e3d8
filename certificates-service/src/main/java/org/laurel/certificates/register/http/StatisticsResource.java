package org.laurel.certificates.register.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.certificates.register.db.StatusCountQuery;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;

/** How many certificates there are, by status. Source: certificates, unique statuses. */
@Path("/api/certificates/v1/course-runs/{course_key: .+}/certificates/statistics")
@Authenticated
@Tag(name = "Register")
public class StatisticsResource {

    private final StatusCountQuery counts;
    private final AdministeredRuns runs;

    StatisticsResource(StatusCountQuery counts, AdministeredRuns runs) {
        this.counts = counts;
        this.runs = runs;
    }

    @GET
    @Operation(
            summary = "A course run's certificates by status, with the names that people read",
            description = "Up to ten seconds old. For staff, service clients and data researchers of the course run. "
                    + "404 for a course run that nobody told us of.")
    public StatisticsAnswer statistics(@PathParam("course_key") String courseKey) {
        CourseKey key = runs.ownForViewer(courseKey);
        return StatisticsAnswer.of(key, counts.count(key));
    }
}
