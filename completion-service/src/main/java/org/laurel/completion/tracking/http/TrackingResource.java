package org.laurel.completion.tracking.http;

import io.quarkus.security.Authenticated;
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
import org.laurel.completion.tracking.app.TrackingOutcome;
import org.laurel.completion.tracking.app.TrackingReplacement;
import org.laurel.completion.tracking.db.TrackingQuery;
import org.laurel.completion.tracking.domain.ReplaceTracking;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.page.IfMatch;
import org.laurel.kit.page.VersionTag;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** The switch of completion tracking, and what clients go by. Every revision stays, with who added it and when. */
@Path("/api/completion/v1/configuration")
@Tag(name = "Configuration")
public class TrackingResource {

    private final TrackingReplacement replacement;
    private final TrackingQuery settings;
    private final Caller caller;
    private final Clock clock;

    TrackingResource(TrackingReplacement replacement, TrackingQuery settings, Caller caller, Clock clock) {
        this.replacement = replacement;
        this.settings = settings;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Authenticated
    @Operation(
            summary = "Whether completions are tracked, and what clients go by",
            description = "For every client with a token. Tracking is on before anybody says otherwise.")
    @APIResponse(
            responseCode = "200",
            description = "What holds; its ETag is the id of its revision, 0 before the first",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TrackingAnswer.class)))
    @APIResponse(responseCode = "304", description = "The client has this revision already")
    public Response get(@Context Request request) {
        TrackingAnswer answer = settings.newest().map(TrackingAnswer::of).orElse(TrackingAnswer.USUAL);
        return VersionTag.read(request, answer.tag(), answer);
    }

    @PUT
    @Idempotent
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Operation(
            summary = "Add a revision of these settings",
            description = "What holds already adds none. With If-Match only while one of the given revisions holds.")
    @APIResponse(
            responseCode = "200",
            description = "The revision that holds now",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TrackingRevisionAnswer.class)))
    @APIResponse(responseCode = "412", description = "Another revision holds than If-Match says")
    public Response put(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid TrackingBody body) {
        ReplaceTracking command = new ReplaceTracking(
                body.settings(),
                IfMatch.read(ifMatch),
                clock.instant(),
                caller.cause().because(body.changeReason()));
        return switch (replacement.apply(List.of(command)).getFirst()) {
            case TrackingOutcome.Held held ->
                VersionTag.answer(
                        200, held.revision().id(), TrackingRevisionAnswer.of(held.revision(), command.settings()));
            case TrackingOutcome.Outdated outdated -> throw VersionTag.outdated();
        };
    }

    @GET
    @Path("/history")
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Operation(summary = "All revisions of these settings, newest first")
    public CursorPage<TrackingRevisionAnswer> history(
            @QueryParam("cursor") @Nullable Long cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return CursorPage.of(
                settings.history(cursor, limit + 1).stream()
                        .map(TrackingRevisionAnswer::of)
                        .toList(),
                limit,
                answer -> String.valueOf(answer.id()));
    }
}
