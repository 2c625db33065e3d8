package org.laurel.programs.settings.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
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
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.page.IfMatch;
import org.laurel.kit.page.VersionTag;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;
import org.laurel.programs.settings.app.ProgramsApiReplacement;
import org.laurel.programs.settings.app.SettingOutcome;
import org.laurel.programs.settings.db.ProgramsApiQuery;
import org.laurel.programs.settings.domain.ReplaceProgramsApi;

/** Whether the platform shows programs, and where pages about them are. Every revision stays, with who added it and when. */
@Path("/api/programs/v1/programs-api-configuration")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Configuration")
public class ProgramsApiResource {

    private final ProgramsApiReplacement replacement;
    private final ProgramsApiQuery configurations;
    private final Caller caller;
    private final Clock clock;

    ProgramsApiResource(
            ProgramsApiReplacement replacement, ProgramsApiQuery configurations, Caller caller, Clock clock) {
        this.replacement = replacement;
        this.configurations = configurations;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "The configuration of the programs API that holds; disabled before the first")
    @APIResponse(
            responseCode = "200",
            description = "The configuration; its ETag is the id of its revision, 0 before the first",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProgramsApiAnswer.class)))
    @APIResponse(responseCode = "304", description = "The client has this revision already")
    public Response get(@Context Request request) {
        ProgramsApiAnswer answer =
                configurations.newest().map(ProgramsApiAnswer::of).orElse(ProgramsApiAnswer.NONE);
        return SettingAnswers.get(answer.id(), answer, request);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            summary = "Add a revision of the programs API's configuration",
            description = "What holds already adds none. With If-Match only while one of the given revisions holds.")
    @APIResponse(
            responseCode = "200",
            description = "The revision that holds now",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProgramsApiAnswer.class)))
    @APIResponse(responseCode = "412", description = "Another revision holds than If-Match says")
    public Response put(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid ProgramsApiBody body) {
        ReplaceProgramsApi command = new ReplaceProgramsApi(
                body.configuration(),
                IfMatch.read(ifMatch),
                clock.instant(),
                caller.cause().because(body.changeReason()));
        return switch (replacement.apply(List.of(command)).getFirst()) {
            case SettingOutcome.Held held ->
                SettingAnswers.put(
                        held.revised().revision().id(),
                        ProgramsApiAnswer.of(held.revised().revision(), body.configuration()));
            case SettingOutcome.Outdated outdated -> throw VersionTag.outdated();
        };
    }

    @GET
    @Path("/history")
    @Operation(summary = "All revisions of the programs API's configuration, newest first")
    public CursorPage<ProgramsApiAnswer> history(
            @QueryParam("cursor") @Nullable Long cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return CursorPage.of(
                configurations.history(cursor, limit + 1).stream()
                        .map(ProgramsApiAnswer::of)
                        .toList(),
                limit,
                answer -> String.valueOf(answer.id()));
    }
}
