package org.laurel.programs.catalogue.http;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.page.IfMatch;
import org.laurel.kit.page.UuidParameter;
import org.laurel.kit.page.VersionTag;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;
import org.laurel.programs.catalogue.app.PathwayKeeping;
import org.laurel.programs.catalogue.app.PathwayReader;
import org.laurel.programs.catalogue.app.PathwayRemoval;
import org.laurel.programs.catalogue.db.PathwayQuery;
import org.laurel.programs.catalogue.db.PathwayQuery.Found;
import org.laurel.programs.catalogue.domain.Keeping;
import org.laurel.programs.catalogue.domain.Pathway;
import org.laurel.programs.catalogue.domain.PutPathway;
import org.laurel.programs.catalogue.domain.Remove;

/** Pathways of the catalogue. */
@Path("/api/programs/v1/pathways/{uuid}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class PathwayResource {

    private final PathwayKeeping keeping;
    private final PathwayRemoval removal;
    private final PathwayQuery pathways;
    private final Caller caller;
    private final JsonDocument json;

    PathwayResource(
            PathwayKeeping keeping, PathwayRemoval removal, PathwayQuery pathways, Caller caller, JsonDocument json) {
        this.keeping = keeping;
        this.removal = removal;
        this.pathways = pathways;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @Authenticated
    @Operation(summary = "A pathway; its ETag is the version")
    @APIResponse(
            responseCode = "200",
            description = "The pathway",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PathwayAnswer.class)))
    @APIResponse(responseCode = "304", description = "The client has this version already")
    public Response get(@PathParam("uuid") String uuid, @Context Request request) {
        Found found = find(UuidParameter.read(uuid));
        return VersionTag.read(request, found.version(), answer(found.pathway()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Idempotent
    @Operation(
            summary = "Create or replace a pathway",
            extensions = @Extension(name = "x-creates", value = "true", parseValue = true),
            description = "With If-Match only while one of the given versions holds.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PathwayDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or the same as before",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PathwayAnswer.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PathwayAnswer.class)))
    @APIResponse(responseCode = "409", description = "Another pathway has the id, or the pathway has another one")
    @APIResponse(responseCode = "412", description = "Another version holds than If-Match says")
    public Response put(
            @PathParam("uuid") String uuidText,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            String body) {
        UUID uuid = UuidParameter.read(uuidText);
        Pathway pathway = PathwayReader.read(uuid, json.parse(body))
                .orRefuse("invalid_pathway", "The pathway's document breaks rules.");
        Keeping.Kept kept = CatalogueAnswers.kept(
                keeping.apply(List.of(new PutPathway(pathway, IfMatch.read(ifMatch), caller.cause())))
                        .getFirst());
        return CatalogueAnswers.kept(
                kept instanceof Keeping.Created,
                "/api/programs/v1/pathways/" + uuid,
                kept.version(),
                answer(pathways.as(uuid, kept.version())));
    }

    @DELETE
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Idempotent
    @Operation(summary = "Delete a pathway that no program leads to; its history stays")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(
            responseCode = "409",
            description = "A program that is not deleted leads to it, or records were sent over it")
    @APIResponse(responseCode = "412", description = "Another version holds than If-Match says")
    public Response delete(
            @PathParam("uuid") String uuid, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Remove command = new Remove(UuidParameter.read(uuid), IfMatch.read(ifMatch), caller.cause());
        return CatalogueAnswers.removed(removal.apply(List.of(command)).getFirst(), unknown());
    }

    @GET
    @Path("/history")
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Operation(summary = "All versions of a pathway, newest first, also when it is deleted by now")
    public CursorPage<VersionAnswer<PathwayAnswer>> history(
            @PathParam("uuid") String uuid,
            @QueryParam("cursor") @DefaultValue("9223372036854775807") long cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return VersionAnswer.page(pathways.history(UuidParameter.read(uuid), cursor, limit + 1), limit, this::answer)
                .orUnknown(cursor == Long.MAX_VALUE, PathwayResource::unknown);
    }

    private PathwayAnswer answer(Pathway pathway) {
        return PathwayAnswer.of(pathway, caller.isPrivileged());
    }

    private Found find(UUID uuid) {
        return pathways.find(uuid).orElseThrow(PathwayResource::unknown);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("pathway_not_found", "There is no such pathway.");
    }
}
