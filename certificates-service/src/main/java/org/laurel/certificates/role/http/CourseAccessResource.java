package org.laurel.certificates.role.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.certificates.course.http.CourseKeys;

/** Tells a caller what the caller may do, so that a user interface offers nothing that would be refused. */
@Path("/api/certificates/v1/course-runs/{course_key: .+}/access")
@Authenticated
@Tag(name = "Access")
public class CourseAccessResource {

    private final CourseAccess access;

    CourseAccessResource(CourseAccess access) {
        this.access = access;
    }

    @GET
    @Operation(
            summary = "What the caller may do in a course run",
            description =
                    "By the token's role and by the caller's roles in the run. Of a run that nobody told us of, only "
                            + "the token's role counts.")
    public CourseAccessAnswer get(@PathParam("course_key") String courseKey) {
        return CourseAccessAnswer.of(CourseKeys.parse(courseKey), access);
    }
}
