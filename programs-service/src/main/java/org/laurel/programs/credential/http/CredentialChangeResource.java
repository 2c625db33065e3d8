package org.laurel.programs.credential.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;
import org.laurel.programs.credential.app.CredentialDeciding;
import org.laurel.programs.credential.app.CredentialPosting;
import org.laurel.programs.credential.domain.CredentialStatus;
import org.laurel.programs.credential.domain.DecideCredential;
import org.laurel.programs.credential.domain.Posted;

/** Decisions of staff and of trusted systems about credentials, at the paths and in the shape that existing clients use. */
@Path("/api/v2/credentials")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Credentials")
public class CredentialChangeResource {

    private final CredentialPosting posting;
    private final CredentialDeciding deciding;
    private final CredentialView view;
    private final Caller caller;

    CredentialChangeResource(
            CredentialPosting posting, CredentialDeciding deciding, CredentialView view, Caller caller) {
        this.posting = posting;
        this.deciding = deciding;
        this.view = view;
        this.caller = caller;
    }

    @POST
    @Path("/")
    @Idempotent
    @Operation(
            summary = "Award or revoke a credential, made if there is none",
            description =
                    "Decides the status of a learner's credential for a program or a course run, whatever certificates "
                            + "give, until the decision is taken back. A program needs an active certificate configuration. Always 201.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CredentialBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is so now, new or not",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CredentialItem.class)))
    public Response post(@Nullable JsonNode body) {
        var command = CredentialReader.read(body, caller.cause());
        return switch (posting.apply(List.of(command)).getFirst()) {
            case Posted.Done done ->
                Response.status(Response.Status.CREATED)
                        .entity(view.get(done.credentialUuid()))
                        .build();
            case Posted.Refused refused -> throw new Unreadable(refused);
        };
    }

    @PUT
    @Path("/{uuid}/")
    @Idempotent
    @Operation(
            summary = "Award or revoke a credential that there is",
            description = "Only the status can be changed; other members are not looked at.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CredentialBody.Change.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CredentialItem.class)))
    public Response put(@PathParam("uuid") String uuid, @Nullable JsonNode body) {
        return change(uuid, body);
    }

    @PATCH
    @Path("/{uuid}/")
    @Idempotent
    @Operation(
            summary = "Award or revoke a credential that there is",
            description = "Only the status can be changed; other members are not looked at.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CredentialBody.Change.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CredentialItem.class)))
    public Response patch(@PathParam("uuid") String uuid, @Nullable JsonNode body) {
        return change(uuid, body);
    }

    @DELETE
    @Path("/{uuid}/")
    @Consumes(MediaType.WILDCARD)
    @Idempotent
    @Operation(
            summary = "Revoke a credential",
            description = "The credential stays, revoked, and is answered. Certificates do not bring it back.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CredentialItem.class)))
    public Response delete(@PathParam("uuid") String uuid) {
        return decide(view.known(uuid), CredentialStatus.REVOKED, caller.cause());
    }

    private Response change(String text, @Nullable JsonNode body) {
        UUID uuid = view.known(text);
        CredentialStatus status = CredentialReader.change(body);
        return status == null
                ? Response.ok(view.get(uuid)).build()
                : decide(uuid, status, caller.cause().because(CredentialReader.reason(body)));
    }

    private Response decide(UUID uuid, CredentialStatus status, Cause cause) {
        deciding.apply(List.of(new DecideCredential(uuid, status, cause)));
        return Response.ok(view.get(uuid)).build();
    }
}
