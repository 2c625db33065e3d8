package org.laurel.enrollment.learner.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.Caller;

/**
 * What holds for all certificates of a learner. The learner chooses the name and who sees certificates; whether there are any
 * and the verified name are for staff and service clients.
 */
@Path("/api/enrollment/v1/learners/{learner_id}/certificate-preferences")
@Authenticated
public class CertificatePreferencesResource {

    private final VisibleLearners learners;
    private final Amending amending;
    private final Caller caller;

    CertificatePreferencesResource(VisibleLearners learners, Amending amending, Caller caller) {
        this.learners = learners;
        this.amending = amending;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "A learner's certificate preferences, for the learner, staff and service clients")
    public PreferencesView get(@PathParam("learner_id") String learnerId) {
        return PreferencesView.of(learners.find(learnerId));
    }

    @PATCH
    @Idempotent
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(summary = "Change parts of them; null clears a name")
    @RequestBody(content = @Content(schema = @Schema(implementation = PreferencesView.class)))
    @APIResponse(responseCode = "200", description = "The preferences")
    @APIResponse(responseCode = "400", description = "A member breaks a rule")
    @APIResponse(responseCode = "403", description = "A member that only staff set")
    @APIResponse(responseCode = "404", description = "No such learner for the caller")
    @APIResponse(responseCode = "409", description = "The learner is retired, or is about to be")
    public Response patch(@PathParam("learner_id") String learnerId, @NotNull JsonNode body) {
        Learner learner = learners.find(learnerId);
        PreferencesPatch patch = new PreferencesPatch(body);
        return Response.ok(PreferencesView.of(
                        amending.amend(learner.id(), patch.amendments(caller.isPrivileged()), caller.cause())))
                .build();
    }
}
