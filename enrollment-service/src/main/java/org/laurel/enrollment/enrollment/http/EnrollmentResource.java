package org.laurel.enrollment.enrollment.http;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.http.CourseKeys;
import org.laurel.enrollment.enrollment.app.Enrolling;
import org.laurel.enrollment.enrollment.db.EnrollmentQueries;
import org.laurel.enrollment.enrollment.domain.Authority;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.RequestEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome;
import org.laurel.enrollment.enrollment.domain.Refusal;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Enrollments as existing clients read and ask for them; status codes and their order are those clients'. */
@Path("/api/enrollment/v1/enrollment")
@Authenticated
public class EnrollmentResource {

    private static final Logger LOG = Logger.getLogger(EnrollmentResource.class);
    private static final Set<String> MODES_FOR_ALL = Set.of("audit", "honor");

    private final Enrolling enrolling;
    private final EnrollmentQueries enrollments;
    private final EnrollmentSubjects subjects;
    private final EnrollmentViews views;
    private final Caller caller;
    private final Clock clock;

    EnrollmentResource(
            Enrolling enrolling,
            EnrollmentQueries enrollments,
            EnrollmentSubjects subjects,
            EnrollmentViews views,
            Caller caller,
            Clock clock) {
        this.enrolling = enrolling;
        this.enrollments = enrollments;
        this.subjects = subjects;
        this.views = views;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "The active enrollments of a learner, oldest first; the caller's own without a user")
    public List<EnrollmentView> list(@QueryParam("user") @Nullable String user) {
        if (user != null && !user.isEmpty() && !subjects.mayAskFor(user)) {
            return List.of();
        }
        return subjects.find(user, null)
                .map(learner -> views.of(learner, enrollments.active(learner.id())))
                .orElse(List.of());
    }

    @GET
    @Path("/{enrollment: .+}")
    @Operation(summary = "One enrollment by {user},{course} or, for the caller's own, {course}")
    @APIResponse(
            responseCode = "200",
            description = "The enrollment, inactive ones included; an empty body when there is none",
            content = @Content(schema = @Schema(implementation = EnrollmentView.class)))
    public Response get(@PathParam("enrollment") String enrollment) {
        int comma = enrollment.indexOf(',');
        String user = comma < 0 ? null : enrollment.substring(0, comma);
        String courseId = enrollment.substring(comma + 1);
        return subjects.find(user, null)
                .flatMap(learner -> enrollments
                        .byKey(new EnrollmentKey(learner.id(), CourseKeys.parse(courseId)))
                        .map(found -> Response.ok(views.of(learner, found))))
                .orElseGet(() -> nothing(courseId))
                .build();
    }

    @POST
    @Idempotent
    @Operation(summary = "Enroll, change the mode, unenroll")
    @APIResponse(
            responseCode = "200",
            description = "How the learner stands now",
            content = @Content(schema = @Schema(implementation = EnrollmentView.class)))
    @APIResponse(responseCode = "403", description = "The mode is not for learners to choose")
    @APIResponse(responseCode = "406", description = "No such learner")
    public Response enroll(@NotNull @Valid EnrollmentBody body) {
        CourseKey courseKey = body.courseKey();
        var found = subjects.find(body.user(), body.email());
        if (body.mode() != null && !MODES_FOR_ALL.contains(body.mode()) && !caller.isPrivileged()) {
            throw ProblemException.forbidden("Only staff and service clients may choose this mode.");
        }
        Learner learner = found.orElseThrow(
                () -> new ProblemException(Problem.of(406, "learner_unknown", "There is no such learner.")));
        RequestEnrollment command = command(body, new EnrollmentKey(learner.id(), courseKey));
        if (body.cohort() != null) {
            throw ProblemException.badRequest("cohort_unknown", "The course run has no such cohort.");
        }
        EnrollmentOutcome outcome = enrolling.apply(List.of(command)).getFirst();
        log(command, outcome);
        return switch (outcome) {
            case EnrollmentOutcome.Changed changed ->
                Response.ok(views.of(learner, changed.after())).build();
            case EnrollmentOutcome.Unchanged unchanged ->
                Response.ok(views.of(learner, unchanged.enrollment())).build();
            case EnrollmentOutcome.Refused refused -> refused(refused.reason(), courseKey);
            case EnrollmentOutcome.Waiting waiting -> throw new IllegalStateException("a request never waits");
        };
    }

    private RequestEnrollment command(EnrollmentBody body, EnrollmentKey key) {
        Cause cause = caller.cause();
        return new RequestEnrollment(
                key,
                body.mode(),
                body.active(),
                body.attributes(),
                authority(),
                body.forced() && caller.isStaff(),
                new BusinessTime.Asked(clock.instant(), cause.id()),
                cause);
    }

    private Authority authority() {
        if (caller.isService()) {
            return Authority.SERVICE;
        }
        return caller.isStaff() ? Authority.STAFF : Authority.LEARNER;
    }

    private Response refused(Refusal reason, CourseKey courseKey) {
        Problem problem = Problem.of(400, reason.code(), reason.detail());
        if (reason != Refusal.MODE_NOT_OFFERED) {
            throw new ProblemException(problem);
        }
        return Response.status(400)
                .type(Problem.MEDIA_TYPE)
                .entity(new ModeUnavailable(problem, reason.detail(), views.details(courseKey)))
                .build();
    }

    /** What another system does to learners always leaves a line. */
    private void log(RequestEnrollment command, EnrollmentOutcome outcome) {
        if (command.authority() == Authority.SERVICE) {
            LOG.infof(
                    "%s asked to enroll learner %s in %s: %s",
                    command.cause().by(),
                    command.key().learnerId(),
                    command.key().courseKey(),
                    outcome.getClass().getSimpleName());
        }
    }

    private static Response.ResponseBuilder nothing(String courseId) {
        var unused = CourseKeys.parse(courseId);
        return Response.ok();
    }
}
