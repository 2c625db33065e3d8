package org.laurel.enrollment.learner.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Corrections of accounts by staff: at once, with a history, and told to those who know the learner. */
@Path("/api/enrollment/v1/learners/{learner_id}")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public class LearnerCorrectionResource {

    private final Amending amending;
    private final Caller caller;

    LearnerCorrectionResource(Amending amending, Caller caller) {
        this.amending = amending;
        this.caller = caller;
    }

    @PATCH
    @Idempotent
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(summary = "Correct parts of a learner's account; absent members stay")
    @APIResponse(responseCode = "200", description = "The learner")
    @APIResponse(responseCode = "400", description = "The username, email address or name breaks a rule")
    @APIResponse(responseCode = "404", description = "No such learner")
    @APIResponse(responseCode = "409", description = "Another learner has the username or email address")
    public Response correct(@PathParam("learner_id") String learnerId, @NotNull @Valid CorrectionBody body) {
        return Response.ok(LearnerView.of(amending.amend(
                        VisibleLearners.id(learnerId),
                        body.amendments(),
                        caller.cause().because(body.reason()))))
                .build();
    }
}
