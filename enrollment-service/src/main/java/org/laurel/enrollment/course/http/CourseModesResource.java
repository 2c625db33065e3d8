package org.laurel.enrollment.course.http;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.laurel.enrollment.course.app.ModeReplacement;
import org.laurel.enrollment.course.db.CourseQueries;
import org.laurel.enrollment.course.domain.CourseMode;
import org.laurel.enrollment.course.domain.CourseModes;
import org.laurel.enrollment.course.domain.CourseOutcome;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.course.domain.ModeRules;
import org.laurel.enrollment.course.domain.ReplaceModes;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** The modes of a course run, as one list. */
@Path("/api/enrollment/v1/course-runs/{course_key: .+}/modes")
public class CourseModesResource {

    private final ModeReplacement replacement;
    private final CourseQueries courses;
    private final ModeRules rules;
    private final Caller caller;
    private final Clock clock;

    CourseModesResource(
            ModeReplacement replacement, CourseQueries courses, ModeRules rules, Caller caller, Clock clock) {
        this.replacement = replacement;
        this.rules = rules;
        this.courses = courses;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Authenticated
    @Operation(summary = "All modes of a course run, expired ones included")
    public List<CourseModeBody> get(@PathParam("course_key") String courseKey) {
        return courses.byKey(CourseKeys.parse(courseKey))
                .map(CourseModesResource::view)
                .orElseThrow(CourseModesResource::unknown);
    }

    @PUT
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Idempotent
    @Operation(summary = "Replace the modes of a course run")
    public Response put(
            @PathParam("course_key") String courseKey,
            @NotNull @Size(max = ModeRules.MOST) List<@NotNull @Valid CourseModeBody> body) {
        List<CourseMode> modes = body.stream().map(CourseModeBody::mode).toList();
        refuseBreaches(modes);
        Cause cause = caller.cause();
        ReplaceModes command = new ReplaceModes(
                CourseKeys.parse(courseKey),
                new CourseModes(modes),
                new BusinessTime.Asked(clock.instant(), cause.id()),
                cause);
        return switch (replacement.apply(List.of(command)).getFirst()) {
            case CourseOutcome.Changed changed ->
                Response.ok(view(changed.after())).build();
            case CourseOutcome.Unchanged unchanged ->
                Response.ok(view(unchanged.run())).build();
            case CourseOutcome.Unknown unknown -> throw unknown();
            case CourseOutcome.ModeUnknown unknown -> throw new IllegalStateException("a list names its own modes");
            case CourseOutcome.Refused refused -> throw new IllegalStateException("the list was looked at before");
        };
    }

    private void refuseBreaches(List<CourseMode> modes) {
        List<Problem.Violation> violations = rules.breaches(modes).stream()
                .map(breach ->
                        new Problem.Violation("[" + breach.position() + "]." + breach.member(), breach.message()))
                .toList();
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    Problem.of(400, "invalid_modes", "The list breaks a rule of course modes.", violations));
        }
    }

    private static List<CourseModeBody> view(CourseRun run) {
        return run.modes().list().stream().map(CourseModeBody::of).toList();
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("course_run_not_found", "There is no such course run.");
    }
}
