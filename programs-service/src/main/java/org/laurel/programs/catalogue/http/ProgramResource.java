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
import org.laurel.programs.catalogue.app.ProgramDefinition;
import org.laurel.programs.catalogue.app.ProgramDeletion;
import org.laurel.programs.catalogue.app.ProgramReader;
import org.laurel.programs.catalogue.db.ProgramQuery;
import org.laurel.programs.catalogue.db.ProgramQuery.Found;
import org.laurel.programs.catalogue.domain.DefineProgram;
import org.laurel.programs.catalogue.domain.Definition;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.Remove;

/** Programs of the catalogue. */
@Path("/api/programs/v1/programs/{uuid}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
public class ProgramResource {

    private final ProgramDefinition definition;
    private final ProgramDeletion deletion;
    private final ProgramQuery programs;
    private final Caller caller;
    private final JsonDocument json;

    ProgramResource(
            ProgramDefinition definition,
            ProgramDeletion deletion,
            ProgramQuery programs,
            Caller caller,
            JsonDocument json) {
        this.definition = definition;
        this.deletion = deletion;
        this.programs = programs;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @Authenticated
    @Operation(summary = "A program as it was put; its ETag is the version")
    @APIResponse(
            responseCode = "200",
            description = "The program's document",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ProgramDocument.class)))
    @APIResponse(responseCode = "304", description = "The client has this version already")
    public Response get(@PathParam("uuid") String uuid, @Context Request request) {
        Found found = find(UuidParameter.read(uuid));
        return VersionTag.read(request, found.version(), new RawDocument(found.document()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Idempotent
    @Operation(
            summary = "Create or replace a program",
            extensions = @Extension(name = "x-creates", value = "true", parseValue = true),
            description =
                    "The document is kept whole, members that nobody here knows included. Learners who complete the "
                            + "program as it is now are awarded its credential soon after; nobody loses one. With If-Match "
                            + "only while one of the given versions holds.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProgramDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or the same as before",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ProgramDocument.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ProgramDocument.class)))
    @APIResponse(responseCode = "412", description = "Another version holds than If-Match says")
    public Response put(
            @PathParam("uuid") String uuidText,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            String body) {
        UUID uuid = UuidParameter.read(uuidText);
        Program program = ProgramReader.read(uuid, json.parse(body))
                .orRefuse("invalid_program", "The program document breaks rules.");
        DefineProgram command = new DefineProgram(program, body, IfMatch.read(ifMatch), caller.cause());
        Definition.Kept kept = switch (definition.apply(List.of(command)).getFirst()) {
            case Definition.Kept holds -> holds;
            case Definition.Outdated outdated -> throw CatalogueAnswers.outdated(outdated.current());
        };
        return CatalogueAnswers.kept(
                kept instanceof Definition.Created,
                "/api/programs/v1/programs/" + uuid,
                kept.version(),
                new RawDocument(programs.as(uuid, kept.version())));
    }

    @DELETE
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Idempotent
    @Operation(
            summary = "Take a program out of the catalogue",
            description = "Its status becomes deleted; learners keep what they hold. Put it again to have it back.")
    @APIResponse(responseCode = "204", description = "Deleted, now or before")
    @APIResponse(responseCode = "412", description = "Another version holds than If-Match says")
    public Response delete(
            @PathParam("uuid") String uuid, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Remove command = new Remove(UuidParameter.read(uuid), IfMatch.read(ifMatch), caller.cause());
        return CatalogueAnswers.removed(deletion.apply(List.of(command)).getFirst(), unknown());
    }

    @GET
    @Path("/history")
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Operation(summary = "All versions of a program, newest first")
    public CursorPage<VersionAnswer<RawDocument>> history(
            @PathParam("uuid") String uuid,
            @QueryParam("cursor") @DefaultValue("9223372036854775807") long cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        UUID known = find(UuidParameter.read(uuid)).uuid();
        return VersionAnswer.page(programs.history(known, cursor, limit + 1), limit, RawDocument::new);
    }

    private Found find(UUID uuid) {
        return programs.find(uuid).orElseThrow(ProgramResource::unknown);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("program_not_found", "There is no such program.");
    }
}
