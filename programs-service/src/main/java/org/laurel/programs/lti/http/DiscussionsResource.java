package org.laurel.programs.lti.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.security.Roles;
import org.laurel.programs.lti.domain.LtiKind;

/** The tool that a program's discussions run in; for staff and service clients. */
@Path("/api/programs/v1/programs/{uuid}/discussions-configuration")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Configuration")
public class DiscussionsResource {

    private final LtiCalls calls;

    DiscussionsResource(LtiCalls calls) {
        this.calls = calls;
    }

    @GET
    @Operation(
            summary = "The tool of a program's discussions, whether enabled or not",
            description = "Key and secret are told to nobody.")
    @APIResponse(
            responseCode = "200",
            description = "The configuration; its ETag is its version",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LtiAnswer.class)))
    @APIResponse(responseCode = "304", description = "The client has this version already")
    public Response get(@PathParam("uuid") String uuid, @Context Request request) {
        return calls.get(LtiKind.DISCUSSIONS, uuid, request);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            summary = "Create or replace the tool of a program's discussions",
            description =
                    "Key and secret stay when they are absent or null, and go when they are empty. With If-Match only "
                            + "while one of the given versions holds.")
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or the same as before",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LtiAnswer.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LtiAnswer.class)))
    @APIResponse(responseCode = "409", description = "The deployment cannot encrypt key and secret")
    @APIResponse(responseCode = "412", description = "Another version holds than If-Match says")
    public Response put(
            @PathParam("uuid") String uuid,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid LtiBody body) {
        return calls.put(LtiKind.DISCUSSIONS, uuid, ifMatch, body);
    }

    @DELETE
    @Idempotent
    @Operation(summary = "Remove the tool of a program's discussions, key and secret with it")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "412", description = "Another version holds than If-Match says")
    public Response delete(
            @PathParam("uuid") String uuid,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("change_reason") @Nullable @Size(max = 1000) String changeReason) {
        return calls.delete(LtiKind.DISCUSSIONS, uuid, ifMatch, changeReason);
    }

    @GET
    @Path("/history")
    @Operation(summary = "All versions of the tool of a program's discussions, newest first")
    public CursorPage<LtiVersionAnswer> history(
            @PathParam("uuid") String uuid,
            @QueryParam("cursor") @Nullable Long cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return calls.history(LtiKind.DISCUSSIONS, uuid, cursor, limit);
    }
}
