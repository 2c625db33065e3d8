package org.laurel.certificates.instructor.http;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.certificates.invalidation.app.InvalidationRetraction;
import org.laurel.certificates.invalidation.db.InvalidationQuery;
import org.laurel.certificates.invalidation.domain.Examination;
import org.laurel.certificates.invalidation.domain.Obstacle;
import org.laurel.certificates.invalidation.domain.Retract;
import org.laurel.certificates.invalidation.http.InvalidationDeclarations;
import org.laurel.certificates.issuance.app.Folded;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Invalid certificates, at the paths and in the shape of the second version. Source: certificates, instructor v2. */
@Path("/api/instructor/v2/courses/{course_id: .+}/certificates/invalidations")
@Authenticated
@Uncached
@Tag(name = "Instructor, version 2")
public class InvalidationsResource {

    private final InvalidationDeclarations declarations;
    private final InvalidationRetraction retraction;
    private final InvalidationQuery invalidations;
    private final LearnerQuery learners;
    private final AdministeredRuns runs;
    private final Caller caller;

    InvalidationsResource(
            InvalidationDeclarations declarations,
            InvalidationRetraction retraction,
            InvalidationQuery invalidations,
            LearnerQuery learners,
            AdministeredRuns runs,
            Caller caller) {
        this.declarations = declarations;
        this.retraction = retraction;
        this.invalidations = invalidations;
        this.learners = learners;
        this.runs = runs;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Declare the certificates of 1 to 1,000 learners invalid",
            description = "Learners on the allowlist are refused; take them off it instead.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LearnersAnswer.class)))
    public Response invalidate(@PathParam("course_id") String courseId, @Valid @NotNull LearnersRequest wanted) {
        CourseKey run = runs.existing(courseId);
        return Response.ok(LearnersAnswer.ofDeclarations(declarations.declare(
                        run, wanted.learners(), wanted.notesOrNone(), Obstacle.INSTRUCTOR_V2, caller.cause())))
                .build();
    }

    @DELETE
    @Idempotent
    @Operation(
            summary = "Take the invalidation of a learner's certificate back",
            description = "The certificate is evaluated at once.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Message.class)))
    @APIResponse(responseCode = "400", description = "There is no such learner")
    @APIResponse(responseCode = "404", description = "There is no certificate, or no active invalidation")
    public Response revalidate(@PathParam("course_id") String courseId, @Valid @NotNull UsernameRequest whom) {
        CourseKey run = runs.existing(courseId);
        Learner learner = learners.byUsernameOrEmail(whom.username().strip())
                .orElseThrow(() -> ProblemException.badRequest("learner_not_found", Words.unknown(whom.username())));
        CaseKey key = new CaseKey(learner.id(), run);
        Examination examination = invalidations.examinations(List.of(key)).getOrDefault(key, Examination.UNKNOWN);
        if (examination
                .first(List.of(Obstacle.NO_CERTIFICATE, Obstacle.DELETED))
                .isPresent()) {
            throw ProblemException.notFound("no_certificate_for_user", Words.noCertificate(whom.username()));
        }
        Folded retracted =
                retraction.apply(List.of(new Retract(key, caller.cause()))).get(key);
        if (retracted == null) {
            throw ProblemException.notFound("not_invalidated", Words.notInvalidated(whom.username()));
        }
        String done = "The certificate of " + learner.username() + " is no longer invalidated.";
        return Response.ok(new Message(Words.done(done, retracted.withheld()))).build();
    }
}
