package org.laurel.enrollment.retirement.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.laurel.enrollment.retirement.app.StateChanging;
import org.laurel.enrollment.retirement.domain.ChangeState;
import org.laurel.enrollment.retirement.domain.RetirementOutcome;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** A driver says how far it has come (retirement, update of the status). Plain JSON, no merge patch. */
@Path("/api/user/v1/accounts/update_retirement_status")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public class RetirementStateResource {

    private final StateChanging changing;
    private final Caller caller;
    private final Clock clock;

    RetirementStateResource(StateChanging changing, Caller caller, Clock clock) {
        this.changing = changing;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param response what the driver has to say; kept until the learner is retired */
    public record Request(
            @NotNull @Pattern(regexp = "[^\\x00]*") String username,
            @NotNull String newState,

            @NotNull @Size(max = 10_000) @Pattern(regexp = "[^\\x00]*") String response) {}

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Set the state of a retirement; forward only")
    @APIResponse(responseCode = "204", description = "Set")
    @APIResponse(responseCode = "400", description = "No such state, a step back, or a dead end")
    @APIResponse(responseCode = "404", description = "No retirement was asked for")
    public Response update(@NotNull @Valid Request request) {
        ChangeState command = new ChangeState(
                request.username(), request.newState(), request.response(), clock.instant(), caller.cause());
        return switch (changing.apply(List.of(command)).getFirst()) {
            case RetirementOutcome.Done done -> Response.noContent().build();
            case RetirementOutcome.Already already -> Response.noContent().build();
            case RetirementOutcome.Refused refused ->
                throw ProblemException.badRequest("retirement_state_refused", refused.why());
            case RetirementOutcome.Unknown unknown ->
                throw ProblemException.notFound("retirement_not_found", "This user has asked for no retirement.");
        };
    }
}
