package org.laurel.enrollment.enrollment.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.db.CourseQueries;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.course.http.CourseKeys;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.page.Recently;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** What anybody may know of a course run before enrolling: the course object (enrollment API, course). */
@Path("/api/enrollment/v1/course/{course_id: .+}")
public class CourseDetailsResource {

    private static final Duration AGE = Duration.ofSeconds(60);
    private static final int MOST_COURSES = 10_000;
    private static final Set<String> NO = Set.of("", "0", "false");

    private final CourseQueries courses;
    private final Clock clock;
    private final String defaultMode;
    private final Recently<Asked, CourseDetailsView> recently;

    CourseDetailsResource(
            CourseQueries courses,
            Clock clock,
            @ConfigProperty(name = "laurel.enrollment.default-mode") String defaultMode) {
        this.courses = courses;
        this.clock = clock;
        this.defaultMode = defaultMode;
        this.recently = new Recently<>(clock, AGE, MOST_COURSES);
    }

    private record Asked(CourseKey key, boolean expiredToo) {}

    @GET
    @PermitAll
    @Operation(
            summary = "A course run with the modes that may be taken now; up to 60 seconds old",
            description =
                    "With include_expired, 1 or true, expired modes are listed too. 400 when there is no such course run.",
            extensions = @Extension(name = "x-public", value = "true", parseValue = true))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CourseDetailsView.class)))
    @APIResponse(
            responseCode = "400",
            description = "The course key does not parse, or nobody has told this course run")
    public Response get(
            @PathParam("course_id") String courseId, @QueryParam("include_expired") @Nullable String includeExpired) {
        try {
            boolean expiredToo = includeExpired != null && !NO.contains(includeExpired.toLowerCase(Locale.ROOT));
            CourseDetailsView details = recently.get(new Asked(CourseKeys.parse(courseId), expiredToo), this::read);
            return Response.ok(details)
                    .header("Cache-Control", "public, max-age=" + AGE.toSeconds())
                    .build();
        } catch (ProblemException unavailable) {
            Problem problem = unavailable.problem();
            return Response.status(problem.status())
                    .type(Problem.MEDIA_TYPE)
                    .entity(new CourseUnavailable(problem, problem.detail()))
                    .build();
        }
    }

    private CourseDetailsView read(Asked asked) {
        CourseRun run = courses.byKey(asked.key())
                .orElseThrow(() ->
                        ProblemException.badRequest("course_unknown", "There is no course run " + asked.key() + "."));
        return asked.expiredToo()
                ? CourseDetailsView.withExpired(run, defaultMode)
                : CourseDetailsView.of(run, clock.instant(), defaultMode);
    }
}
