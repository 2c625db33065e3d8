package org.laurel.programs.lti.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;
import org.laurel.programs.lti.app.LtiRenewalStart;

/** Encrypts the secrets of all tools with the deployment's present key, after that has changed. */
@Path("/api/programs/v1/lti-secrets:renew")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Maintenance")
public class LtiRenewalResource {

    private final LtiRenewalStart renewal;
    private final Caller caller;

    LtiRenewalResource(LtiRenewalStart renewal, Caller caller) {
        this.renewal = renewal;
        this.caller = caller;
    }

    /** @param jobId the job that does it */
    public record RenewalAnswer(long jobId) {}

    @POST
    @Idempotent
    @Operation(
            summary = "Encrypt the keys and secrets of programs' tools with the present key",
            description = "By a job, which counts what was renewed, what was current already, and what no key of the "
                    + "deployment opens.")
    @APIResponse(
            responseCode = "202",
            description = "A job encrypts them",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RenewalAnswer.class)))
    @APIResponse(responseCode = "409", description = "The deployment has no key to encrypt with")
    public Response renew() {
        long job = renewal.apply(List.of(caller.cause()))
                .getFirst()
                .orElseThrow(() -> LtiCalls.noKey("There is nothing to encrypt with it."));
        return Response.accepted(new RenewalAnswer(job))
                .location(URI.create("/api/programs/ops/jobs/" + job))
                .build();
    }
}
