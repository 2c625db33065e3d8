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
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.cohort.db.CohortQueries;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.enrollment.course.http.CourseKeys;
import org.laurel.enrollment.enrollment.app.EnrollmentAsking;
import org.laurel.enrollment.enrollment.app.EnrollmentAsking.Asked;
import org.laurel.enrollment.enrollment.app.EnrollmentVetoes;
import org.laurel.enrollment.enrollment.db.EnrollmentQueries;
import org.laurel.enrollment.enrollment.domain.Authority;
import org.laurel.enrollment.enrollment.domain.Enrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.RequestEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome;
import org.laurel.enrollment.enrollment.domain.EnrollmentPolicy.Request;
import org.laurel.enrollment.enrollment.domain.EnrollmentPolicy.Stage;
import org.laurel.enrollment.enrollment.domain.EnrollmentPolicy.Veto;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.optin.domain.OptIn;
import org.laurel.enrollment.role.http.CourseStaff;
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

    private final EnrollmentAsking asking;
    private final EnrollmentVetoes vetoes;
    private final EnrollmentAnswers answers;
    private final CohortQueries cohorts;
    private final EnrollmentQueries enrollments;
    private final EnrollmentSubjects subjects;
    private final EnrollmentViews views;
    private final CourseStaff courseStaff;
    private final Caller caller;
    private final Clock clock;

    EnrollmentResource(
            EnrollmentAsking asking,
            EnrollmentVetoes vetoes,
            EnrollmentAnswers answers,
            CohortQueries cohorts,
            EnrollmentQueries enrollments,
            EnrollmentSubjects subjects,
            EnrollmentViews views,
            CourseStaff courseStaff,
            Caller caller,
            Clock clock) {
        this.asking = asking;
        this.vetoes = vetoes;
        this.answers = answers;
        this.cohorts = cohorts;
        this.enrollments = enrollments;
        this.subjects = subjects;
        this.views = views;
        this.courseStaff = courseStaff;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "The active enrollments of a learner, oldest first; the caller's own without a user",
            description = "Course staff see those in their own courses, and others an empty list.")
    public List<EnrollmentView> list(@QueryParam("user") @Nullable String user) {
        if (user != null && !user.isEmpty() && !subjects.mayAskFor(user)) {
            return ofOwnCourses(user);
        }
        return subjects.find(user, null)
                .map(learner -> views.of(learner, enrollments.active(learner.id())))
                .orElse(List.of());
    }

    /** Course staff see who is enrolled in their courses, and nobody else sees anything. */
    private List<EnrollmentView> ofOwnCourses(String user) {
        if (courseStaff.scope().isEmpty()) {
            return List.of();
        }
        return subjects.anybody(user)
                .map(learner -> views.of(
                        learner,
                        enrollments.active(learner.id()).stream()
                                .filter(each -> courseStaff.isStaffOf(each.key().courseKey()))
                                .toList()))
                .orElse(List.of());
    }

    @GET
    @Path("/{enrollment: .+}")
    @Operation(summary = "One enrollment by {user},{course} or, for the caller's own, {course}")
    @APIResponse(
            responseCode = "200",
            description = "The enrollment, inactive ones included; an empty body when there is none",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EnrollmentView.class)))
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
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EnrollmentView.class)))
    @APIResponse(
            responseCode = "403",
            description = "The mode is not for learners to choose, or a policy of the deployment refuses")
    @APIResponse(responseCode = "406", description = "No such learner")
    @APIResponse(
            responseCode = "404",
            description = "The learner is not the caller, who is neither staff nor a service client")
    public Response enroll(@NotNull @Valid EnrollmentBody body) {
        CourseKey courseKey = null;
        Optional<Learner> learner = Optional.empty();
        try {
            courseKey = body.courseKey();
            learner = subjects.find(body.user(), body.email());
            Response answer = answer(body, courseKey, learner);
            log(learner, courseKey, String.valueOf(answer.getStatus()));
            return answer;
        } catch (ProblemException refused) {
            log(learner, courseKey, refused.problem().errorCode());
            throw refused;
        }
    }

    private Response answer(EnrollmentBody body, CourseKey courseKey, Optional<Learner> found) {
        if (body.mode() != null && !MODES_FOR_ALL.contains(body.mode()) && !caller.isPrivileged()) {
            throw ProblemException.forbidden("Only staff and service clients may choose this mode.");
        }
        Learner learner = found.orElseThrow(
                () -> new ProblemException(Problem.of(406, "learner_unknown", "There is no such learner.")));
        EnrollmentKey key = new EnrollmentKey(learner.id(), courseKey);
        Request asked = new Request(key, body.mode(), authority());
        Optional<Veto> embargo = vetoes.find(Stage.EMBARGO, asked);
        if (embargo.isPresent()) {
            return answers.vetoed(Stage.EMBARGO, embargo.get());
        }
        RequestEnrollment command = command(body, key);
        OptIn optIn = optIn(body.optIn(), courseKey);
        Optional<Veto> veto = vetoes.find(Stage.REQUEST, asked);
        if (veto.isPresent()) {
            return answers.vetoed(Stage.REQUEST, veto.get());
        }
        EnrollmentOutcome outcome = outcome(new Asked(command, optIn, cohort(courseKey, body.cohort())));
        return answers.of(outcome, learner, courseKey);
    }

    /** Most who ask again have what they want; they wait for nobody. */
    private EnrollmentOutcome outcome(Asked asked) {
        RequestEnrollment command = asked.command();
        Optional<Enrollment> granted = asked.optIn() == null && asked.cohort() == null
                ? enrollments.byKey(command.key()).filter(command::isGrantedBy)
                : Optional.empty();
        return granted.isPresent()
                ? new EnrollmentOutcome.Unchanged(granted.get())
                : asking.apply(List.of(asked)).getFirst();
    }

    /** An unknown cohort fails the request before anything is stored. */
    private @Nullable CohortKey cohort(CourseKey courseKey, @Nullable String name) {
        return name == null
                ? null
                : cohorts.byName(courseKey, name)
                        .orElseThrow(() ->
                                ProblemException.badRequest("cohort_unknown", "The course run has no such cohort."));
    }

    /** What the caller, whoever is to be enrolled, says of mail; nothing when the caller is no learner. */
    private @Nullable OptIn optIn(@Nullable Boolean wanted, CourseKey courseKey) {
        return wanted == null
                ? null
                : subjects.find(null, null)
                        .map(caller -> new OptIn(caller.id(), courseKey.org(), wanted, clock.instant()))
                        .orElse(null);
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

    /** What another system does to learners, or is refused, always leaves a line; only with what is known here. */
    private void log(Optional<Learner> learner, @Nullable CourseKey courseKey, String answer) {
        if (caller.isService()) {
            LOG.infof(
                    "%s asked to enroll learner %s in %s: %s",
                    caller.cause().by(),
                    learner.map(known -> known.id().value()).orElse("(unknown)"),
                    courseKey == null ? "(no course run)" : courseKey.value(),
                    answer);
        }
    }

    private static Response.ResponseBuilder nothing(String courseId) {
        var unused = CourseKeys.parse(courseId);
        return Response.ok();
    }
}
