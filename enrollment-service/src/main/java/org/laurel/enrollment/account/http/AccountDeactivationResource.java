package org.laurel.enrollment.account.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.laurel.enrollment.learner.domain.Amendment;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.http.Amending;
import org.laurel.enrollment.registration.app.RegistrationEnding;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Closes accounts (accounts, deactivation). Whether a closed account can still sign in is the identity provider's business. */
@Path("/api/user/v1/accounts/{username}/deactivate")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public class AccountDeactivationResource {

    private final OwnAccount accounts;
    private final Amending amending;
    private final RegistrationEnding registrations;
    private final AccountViews views;
    private final Caller caller;

    AccountDeactivationResource(
            OwnAccount accounts,
            Amending amending,
            RegistrationEnding registrations,
            AccountViews views,
            Caller caller) {
        this.accounts = accounts;
        this.amending = amending;
        this.registrations = registrations;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Operation(summary = "Close an account until staff open it again")
    @APIResponse(responseCode = "200", description = "The account, which is not active any more")
    @APIResponse(responseCode = "404", description = "No such account")
    public Response deactivate(@PathParam("username") String username) {
        Learner learner = accounts.find(username);
        Cause cause = caller.cause().because("deactivated");
        // An account that was never activated does not change, but its owner shall not activate it any more either.
        registrations.apply(List.of(learner.id()));
        Learner closed = amending.amend(learner.id(), List.of(new Amendment.Active(false)), cause);
        return Response.ok(views.of(List.of(closed), false).getFirst()).build();
    }
}
