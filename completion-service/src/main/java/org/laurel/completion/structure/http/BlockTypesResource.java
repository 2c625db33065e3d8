package org.laurel.completion.structure.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.app.BlockTypesReplacement;
import org.laurel.completion.structure.db.BlockTypesQuery;
import org.laurel.completion.structure.domain.BlockTypes;
import org.laurel.completion.structure.domain.BlockTypesOutcome;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.page.IfMatch;
import org.laurel.kit.page.VersionTag;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** How blocks of each type count. Every version stays, with who had it hold and when. */
@Path("/api/completion/v1/block-types")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Configuration")
public class BlockTypesResource {

    private final BlockTypesReplacement replacement;
    private final BlockTypesQuery types;
    private final Caller caller;
    private final Clock clock;

    BlockTypesResource(BlockTypesReplacement replacement, BlockTypesQuery types, Caller caller, Clock clock) {
        this.replacement = replacement;
        this.types = types;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "The registry of block types that holds")
    @APIResponse(
            responseCode = "200",
            description = "The registry; its ETag is its version",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = BlockTypesAnswer.class)))
    @APIResponse(responseCode = "304", description = "The client has this version already")
    public Response get(@Context Request request) {
        BlockTypes newest = types.newest();
        return VersionTag.read(request, newest.version(), BlockTypesAnswer.of(newest));
    }

    @PUT
    @Idempotent
    @Operation(
            summary = "Have another registry of block types hold",
            description =
                    "Learners' numbers in all course runs follow at once on reading, and in the background in the "
                            + "database. What holds already adds no version. With If-Match only while one of the given versions "
                            + "holds.")
    @APIResponse(
            responseCode = "200",
            description = "The registry that holds now",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = BlockTypesAnswer.class)))
    @APIResponse(responseCode = "412", description = "Another version holds than If-Match says")
    public Response put(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid BlockTypesBody body) {
        return switch (replacement
                .apply(List.of(body.command(IfMatch.read(ifMatch), clock.instant(), caller.cause())))
                .getFirst()) {
            case BlockTypesOutcome.Held held ->
                VersionTag.answer(200, held.types().version(), BlockTypesAnswer.of(held.types()));
            case BlockTypesOutcome.Outdated outdated ->
                throw VersionTag.outdated("version " + outdated.version() + " holds");
            case BlockTypesOutcome.Refused refused ->
                throw Refusals.of("invalid_block_types", "The registry breaks rules.", refused.violations());
        };
    }

    @GET
    @Path("/history")
    @Operation(summary = "All versions of the registry of block types that somebody had hold, newest first")
    public CursorPage<BlockTypesVersionAnswer> history(
            @QueryParam("cursor") @Nullable Long cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return CursorPage.of(
                types.history(cursor, limit + 1).stream()
                        .map(BlockTypesVersionAnswer::of)
                        .toList(),
                limit,
                answer -> String.valueOf(answer.version()));
    }
}
