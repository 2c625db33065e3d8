package org.laurel.enrollment.retirement.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.retirement.app.Retiring;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.Roles;

/** A driver has the learner retired: all personal data of all services goes (retirement, {@code retire}). */
@Path("/api/user/v1/accounts/retire")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public class RetireResource {

    private final Retirees retirees;
    private final Retiring retiring;

    RetireResource(Retirees retirees, Retiring retiring) {
        this.retirees = retirees;
        this.retiring = retiring;
    }

    @POST
    @Idempotent
    @Operation(summary = "Retire a learner now; a second call changes nothing")
    @APIResponse(responseCode = "204", description = "The learner is retired")
    @APIResponse(responseCode = "400", description = "Pending, or at a dead end")
    @APIResponse(responseCode = "404", description = "No retirement was asked for")
    public Response retire(Retirees.@Nullable Request request) {
        retiring.apply(List.of(retirees.workable(request).id()));
        return Response.noContent().build();
    }
}
