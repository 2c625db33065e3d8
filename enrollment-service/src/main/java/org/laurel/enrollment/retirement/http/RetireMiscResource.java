package org.laurel.enrollment.retirement.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.Roles;

/**
 * A step of existing drivers that has nothing to do here: {@code retire} erases everything at once, before or after it
 * (retirement, {@code retire_misc}).
 */
@Path("/api/user/v1/accounts/retire_misc")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public class RetireMiscResource {

    private final Retirees retirees;

    RetireMiscResource(Retirees retirees) {
        this.retirees = retirees;
    }

    @POST
    @Idempotent
    @Operation(summary = "Answers drivers that erase in steps; retire does it all")
    @APIResponse(responseCode = "204", description = "Nothing more to do")
    @APIResponse(responseCode = "400", description = "Pending, or at a dead end")
    @APIResponse(responseCode = "404", description = "No retirement was asked for")
    public Response retire(Retirees.@Nullable Request request) {
        var unused = retirees.workable(request);
        return Response.noContent().build();
    }
}
