package org.laurel.certificates.sharing.http;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.certificates.course.http.CourseKeys;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.sharing.app.CertificateSharing;
import org.laurel.certificates.sharing.domain.ShareCertificate;
import org.laurel.certificates.sharing.domain.ShareDecision;
import org.laurel.certificates.sharing.domain.SocialNetwork;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Takes in that learners share their certificates. Source: certificates, tracking events. */
@Path("/api/certificates/v1/learners/{username}/courses/{course_key: .+}/certificate/share")
@Authenticated
@Tag(name = "Certificates")
public class ShareResource {

    private final CertificateSharing sharing;
    private final LearnerQuery learners;
    private final Caller caller;
    private final Clock clock;

    ShareResource(CertificateSharing sharing, LearnerQuery learners, Caller caller, Clock clock) {
        this.sharing = sharing;
        this.learners = learners;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Tells that the learner shared the certificate on a social network",
            description =
                    "For the learner only. Published as certificate.shared, once per request: send an Idempotency-Key to be "
                            + "safe against repeats. 404 without certificate, 409 for one that nobody else could look at.")
    @APIResponse(responseCode = "204", description = "The share is told.")
    @APIResponse(responseCode = "409", description = "Nobody else could look at it")
    public Response share(
            @PathParam("username") String username,
            @PathParam("course_key") String courseKey,
            @Valid @NotNull ShareBody body) {
        if (!caller.is(username)) {
            throw ProblemException.forbidden("Only the learner may tell of this.");
        }
        SocialNetwork network = SocialNetwork.of(body.socialNetwork())
                .orElseThrow(() -> ProblemException.badRequest(
                        "unknown_social_network", "social_network takes facebook, twitter or linkedin."));
        Learner learner = learners.byUsername(username).orElseThrow(ShareResource::none);
        CaseKey key = new CaseKey(learner.id(), CourseKeys.parse(courseKey));
        ShareDecision decision = sharing.apply(
                        List.of(new ShareCertificate(key, network, clock.instant(), caller.cause())))
                .getFirst();
        return switch (decision) {
            case ShareDecision.Shared shared -> Response.noContent().build();
            case ShareDecision.None none -> throw none();
            case ShareDecision.Refused refused ->
                throw new ProblemException(Problem.of(409, "certificate_not_shareable", refused.why()));
        };
    }

    private static ProblemException none() {
        return ProblemException.notFound("certificate_not_found", "You have no certificate in this course run.");
    }
}
