package org.laurel.enrollment.retirement.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.laurel.enrollment.retirement.app.RetirementCleanup;
import org.laurel.enrollment.retirement.domain.RetirementOutcome;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Roles;

/** The last step of existing drivers (retirement, cleanup). What they have redacted elsewhere is gone here already. */
@Path("/api/user/v1/accounts/retirement_cleanup")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public class RetirementCleanupResource {

    private final RetirementCleanup cleanup;

    RetirementCleanupResource(RetirementCleanup cleanup) {
        this.cleanup = cleanup;
    }

    /** @param usernames as they were when the retirements were asked for */
    public record Request(
            @NotNull @Size(min = 1, max = 1000) List<@NotNull @Pattern(regexp = "[^\\x00]*") String> usernames) {}

    @POST
    @Idempotent
    @Operation(summary = "Confirm that retirements are complete and hold nothing personal")
    @APIResponse(responseCode = "204", description = "They are complete")
    @APIResponse(responseCode = "400", description = "One of them is not, or does not exist; nothing was done")
    public Response clean(@NotNull @Valid Request request) {
        if (!cleanup.apply(request.usernames()).stream().allMatch(RetirementOutcome.Done.class::isInstance)) {
            throw ProblemException.badRequest("retirement_not_complete", "All retirements must be complete.");
        }
        return Response.noContent().build();
    }
}
