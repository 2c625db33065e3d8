package org.laurel.enrollment.retirement.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.http.Self;
import org.laurel.enrollment.retirement.app.RetirementRequesting;
import org.laurel.enrollment.retirement.domain.RequestRetirement;
import org.laurel.enrollment.retirement.domain.RetirementOutcome;
import org.laurel.enrollment.retirement.domain.SignInAge;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/**
 * Learners ask to be retired, as existing clients do (retirement, deactivation). Passwords are the identity provider's:
 * whatever the body holds is not read. A deployment may ask for a fresh sign-in instead.
 */
@Path("/api/user/v1/accounts/deactivate_logout")
@Authenticated
public class DeactivationResource {

    private final RetirementRequesting requesting;
    private final Self self;
    private final Caller caller;
    private final JsonWebToken token;
    private final Clock clock;
    private final boolean byLearners;
    private final Duration freshSignIn;

    DeactivationResource(
            RetirementRequesting requesting,
            Self self,
            Caller caller,
            JsonWebToken token,
            Clock clock,
            @ConfigProperty(name = "laurel.retirement.by-learners") boolean byLearners,
            @ConfigProperty(name = "laurel.retirement.fresh-sign-in") Duration freshSignIn) {
        this.requesting = requesting;
        this.self = self;
        this.caller = caller;
        this.token = token;
        this.clock = clock;
        this.byLearners = byLearners;
        this.freshSignIn = freshSignIn;
    }

    @POST
    @Idempotent
    @Operation(summary = "Ask to be retired; the account is inactive from now on")
    @APIResponse(responseCode = "204", description = "Asked for, now or before")
    @APIResponse(responseCode = "403", description = "Switched off, or the sign-in is not fresh enough")
    @APIResponse(responseCode = "404", description = "The caller is no known learner")
    @APIResponse(responseCode = "409", description = "The learner is retired for good")
    public Response deactivate() {
        if (!byLearners) {
            throw ProblemException.forbidden("Learners cannot retire themselves here.");
        }
        Instant now = clock.instant();
        if (!SignInAge.isFresh(token.getClaim("auth_time"), freshSignIn, now)) {
            throw ProblemException.forbidden("Sign in again to confirm that it is you.");
        }
        Learner learner = self.find().orElseThrow(DeactivationResource::unknown);
        return switch (requesting
                .apply(List.of(new RequestRetirement(learner.id(), now, caller.cause())))
                .getFirst()) {
            case RetirementOutcome.Done done -> Response.noContent().build();
            case RetirementOutcome.Already already -> Response.noContent().build();
            case RetirementOutcome.Refused refused ->
                throw new ProblemException(Problem.of(409, "learner_retired", refused.why()));
            case RetirementOutcome.Unknown unknown -> throw unknown();
        };
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("learner_not_found", "There is no such learner.");
    }
}
