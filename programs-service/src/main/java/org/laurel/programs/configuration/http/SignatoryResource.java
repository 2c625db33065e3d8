package org.laurel.programs.configuration.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.page.IfMatch;
import org.laurel.kit.page.VersionTag;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;
import org.laurel.programs.configuration.db.SignatoryQuery;
import org.laurel.programs.configuration.db.SignatoryQuery.Version;
import org.laurel.programs.configuration.domain.Member;
import org.laurel.programs.configuration.domain.SignatoryCommand;

/** Those who sign program certificates. Their pictures have a resource of their own. */
@Path("/api/programs/v1/signatories")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Signatories")
public class SignatoryResource {

    private final SignatoryAnswers answers;
    private final SignatoryQuery signatories;
    private final Caller caller;
    private final Clock clock;

    SignatoryResource(SignatoryAnswers answers, SignatoryQuery signatories, Caller caller, Clock clock) {
        this.answers = answers;
        this.signatories = signatories;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Signatories, oldest first")
    public CursorPage<SignatoryAnswer> list(
            @QueryParam("cursor") @DefaultValue("0") long cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return CursorPage.of(
                signatories.list(cursor, limit + 1).stream().map(answers::shown).toList(),
                limit,
                answer -> String.valueOf(answer.id()));
    }

    @POST
    @Idempotent
    @Operation(summary = "Make a signatory")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SignatoryBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SignatoryAnswer.class)))
    public Response post(@Nullable JsonNode body) {
        SignatoryBody.Read read = SignatoryBody.read(body, true);
        SignatoryAnswer made = answers.saved(new SignatoryCommand.Create(
                read.name().overValue(""),
                read.title().overValue(""),
                read.organizationNameOverride().value(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.cause().because(read.reason())));
        return SignatoryAnswers.answer(Response.created(URI.create("/api/programs/v1/signatories/" + made.id())), made);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A signatory")
    @APIResponse(
            responseCode = "200",
            description = "The signatory; the ETag is the version",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SignatoryAnswer.class)))
    @APIResponse(responseCode = "304", description = "The client has this version already")
    public Response get(@PathParam("id") long id, @Context Request request) {
        SignatoryAnswer found = answers.found(id);
        return VersionTag.read(request, found.version(), found);
    }

    @PUT
    @Path("/{id}")
    @Idempotent
    @Operation(summary = "Replace a signatory", description = "The picture stays.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SignatoryBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The signatory as it is now",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SignatoryAnswer.class)))
    @APIResponse(responseCode = "412", description = "Changed by somebody else since")
    public Response put(
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode body) {
        return changed(id, ifMatch, SignatoryBody.read(body, true));
    }

    @PATCH
    @Path("/{id}")
    @Idempotent
    @Operation(summary = "Change members of a signatory")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SignatoryBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The signatory as it is now",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SignatoryAnswer.class)))
    @APIResponse(responseCode = "412", description = "Changed by somebody else since")
    public Response patch(
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode body) {
        return changed(id, ifMatch, SignatoryBody.read(body, false));
    }

    @DELETE
    @Path("/{id}")
    @Idempotent
    @Operation(summary = "Delete a signatory", description = "409 while a program's configuration names it.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "A program's configuration names it")
    @APIResponse(responseCode = "412", description = "Changed by somebody else since")
    public Response delete(@PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        answers.carryOut(new SignatoryCommand.Delete(id, IfMatch.read(ifMatch), caller.cause()));
        return Response.noContent().build();
    }

    @GET
    @Path("/{id}/history")
    @Operation(summary = "All versions of a signatory, newest first", description = "Those of a deleted one too.")
    public CursorPage<SignatoryVersion> history(
            @PathParam("id") long id,
            @QueryParam("cursor") @Nullable Long cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        CursorPage<Version> page = CursorPage.of(
                signatories.history(id, cursor, limit + 1), limit, version -> String.valueOf(version.number()));
        return new CursorPage<>(
                        page.results().stream()
                                .map(version -> SignatoryVersion.of(version, answers.shown(version.found())))
                                .toList(),
                        page.nextCursor())
                .orUnknown(cursor == null, SignatoryAnswers::notFound);
    }

    private Response changed(long id, @Nullable String ifMatch, SignatoryBody.Read read) {
        SignatoryAnswer saved = answers.saved(new SignatoryCommand.Change(
                id,
                read.name(),
                read.title(),
                read.organizationNameOverride(),
                Member.absent(),
                IfMatch.read(ifMatch),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.cause().because(read.reason())));
        return SignatoryAnswers.answer(Response.ok(), saved);
    }
}
