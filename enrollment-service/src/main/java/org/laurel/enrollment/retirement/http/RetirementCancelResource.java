package org.laurel.enrollment.retirement.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.retirement.app.RetirementCancelling;
import org.laurel.enrollment.retirement.domain.CancelRetirement;
import org.laurel.enrollment.retirement.domain.RetirementOutcome;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Takes a pending retirement back, as existing tools of support do (retirement, cancellation). */
@Path("/api/user/v1/accounts/cancel_retirement")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public class RetirementCancelResource {

    private final RetirementCancelling cancelling;
    private final Caller caller;
    private final Clock clock;

    RetirementCancelResource(RetirementCancelling cancelling, Caller caller, Clock clock) {
        this.cancelling = cancelling;
        this.caller = caller;
        this.clock = clock;
    }

    public record Request(@Nullable Long retirementId) {}

    public record Answer(boolean success) {}

    @POST
    @Idempotent
    @Operation(summary = "Take a pending retirement back")
    @APIResponse(
            responseCode = "200",
            description = "The learner stays",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "400", description = "There is no such retirement, or it is not pending any more")
    public Response cancel(@Nullable Request request) {
        if (request == null || request.retirementId() == null) {
            throw ProblemException.badRequest("retirement_id_missing", "retirement_id is missing.");
        }
        CancelRetirement command = new CancelRetirement(request.retirementId(), true, clock.instant(), caller.cause());
        return switch (cancelling.apply(List.of(command)).getFirst()) {
            case RetirementOutcome.Done done -> Response.ok(new Answer(true)).build();
            case RetirementOutcome.Already already ->
                throw ProblemException.badRequest("retirement_cancelled", "The retirement was cancelled before.");
            case RetirementOutcome.Refused refused ->
                throw ProblemException.badRequest("retirement_not_pending", refused.why());
            case RetirementOutcome.Unknown unknown ->
                throw ProblemException.badRequest("retirement_not_found", "There is no such retirement.");
        };
    }
}
