package org.laurel.enrollment.course.http;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.app.CourseSubmission;
import org.laurel.enrollment.course.db.CourseQueries;
import org.laurel.enrollment.course.domain.CourseOutcome;
import org.laurel.enrollment.course.domain.CourseRunMember;
import org.laurel.enrollment.course.domain.SubmitCourseRun;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** The directory of course runs. */
@Path("/api/enrollment/v1/course-runs/{course_key: .+}")
public class CourseRunResource {

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final CourseSubmission submission;
    private final CourseQueries courses;
    private final Caller caller;
    private final Clock clock;

    CourseRunResource(CourseSubmission submission, CourseQueries courses, Caller caller, Clock clock) {
        this.submission = submission;
        this.courses = courses;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Authenticated
    @Operation(summary = "A course run as it is published")
    public CourseRunView get(@PathParam("course_key") String courseKey) {
        return courses.byKey(CourseKeys.parse(courseKey))
                .map(CourseRunView::of)
                .orElseThrow(() -> ProblemException.notFound("course_run_not_found", "There is no such course run."));
    }

    @PUT
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Idempotent
    @Operation(summary = "Create or replace a course run")
    @APIResponse(responseCode = "201", description = "The course run is new")
    @APIResponse(responseCode = "200", description = "The course run was known")
    public Response put(@PathParam("course_key") String courseKey, @NotNull @Valid CourseRunBody body) {
        CourseKey key = CourseKeys.parse(courseKey);
        if (body.courseKey() != null && !body.courseKey().equals(key.value())) {
            throw ProblemException.badRequest("wrong_course_key", "course_key differs from the one of the path.");
        }
        Cause cause = caller.cause();
        SubmitCourseRun command = new SubmitCourseRun(
                key, body.settings(key), CourseRunMember.ALL, time(body.occurredAt(), cause.id()), cause);
        return switch (submission.apply(List.of(command)).getFirst()) {
            case CourseOutcome.Changed changed ->
                Response.status(changed.before() == null ? 201 : 200)
                        .entity(CourseRunView.of(changed.after()))
                        .build();
            case CourseOutcome.Unchanged unchanged ->
                Response.ok(CourseRunView.of(unchanged.run())).build();
            case CourseOutcome.Unknown unknown ->
                throw new IllegalStateException("submitting makes a course run known");
            case CourseOutcome.ModeUnknown unknown -> throw new IllegalStateException("settings name no modes");
            case CourseOutcome.Refused refused -> throw new IllegalStateException("settings break no rule of modes");
        };
    }

    private BusinessTime time(@Nullable Instant told, String requestId) {
        Instant now = clock.instant();
        if (told == null) {
            return new BusinessTime.Asked(now, requestId);
        }
        if (told.isAfter(now.plus(CLOCK_TOLERANCE))) {
            throw ProblemException.badRequest("clock_ahead", "occurred_at lies in the future.");
        }
        return new BusinessTime.Dated(told, requestId);
    }
}
