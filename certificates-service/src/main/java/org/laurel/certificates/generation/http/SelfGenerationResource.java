package org.laurel.certificates.generation.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.certificates.course.http.CourseKeys;
import org.laurel.certificates.generation.app.SelfGeneration;
import org.laurel.certificates.generation.app.SelfGeneration.AskForOwn;
import org.laurel.certificates.generation.domain.SelfAnswer;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** The learner's own request for a certificate. Existing clients expect a 400 of anonymous callers. */
@Path("/courses/{course_id: .+}/generate_user_cert")
@PermitAll
@Tag(name = "Certificates")
public class SelfGenerationResource {

    private final AdministeredRuns known;
    private final SelfGeneration generation;
    private final Caller caller;

    SelfGenerationResource(AdministeredRuns known, SelfGeneration generation, Caller caller) {
        this.known = known;
        this.generation = generation;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Ask for one's own certificate",
            extensions = @Extension(name = "x-public", value = "true", parseValue = true),
            description =
                    "Where the deployment and the course run let learners ask, and the learner passes. Asking again "
                            + "changes nothing.")
    @APIResponse(responseCode = "200", description = "The certificate was evaluated")
    @APIResponse(
            responseCode = "400",
            description = "Nobody is signed in, the course run is unknown, or the problem's error_code: "
                    + "self_generation_disabled, not_passing, not_completed, already_available, certificate_in_the_making, "
                    + "generation_not_allowed")
    public Response ask(@PathParam("course_id") String courseId) {
        if (caller.isAnonymous()) {
            throw ProblemException.badRequest("not_signed_in", "Sign in to request your certificate.");
        }
        CourseKey key = CourseKeys.parse(courseId);
        if (!known.terms(key).courseKnown()) {
            throw ProblemException.badRequest("course_run_not_found", "No such course run is known here.");
        }
        CaseKey own = new CaseKey(new LearnerId(caller.learnerId()), key);
        SelfAnswer answer = Objects.requireNonNull(
                generation.apply(List.of(new AskForOwn(own, caller.cause()))).get(own));
        if (answer instanceof SelfAnswer.Refused refused) {
            throw ProblemException.badRequest(refused.code(), refused.why());
        }
        return Response.ok().build();
    }
}
