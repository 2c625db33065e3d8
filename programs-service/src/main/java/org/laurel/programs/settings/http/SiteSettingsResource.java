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
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;
import org.laurel.programs.settings.app.SettingOutcome;
import org.laurel.programs.settings.app.SiteSettingsReplacement;
import org.laurel.programs.settings.db.SiteSettingsQuery;
import org.laurel.programs.settings.domain.ReplaceSiteSettings;
import org.laurel.programs.settings.domain.SiteRules;
import org.laurel.programs.settings.domain.SiteSettings;

/** What staff set for the whole site. */
@Path("/api/programs/v1/site-configuration")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Configuration")
public class SiteSettingsResource {

    private final SiteSettingsReplacement replacement;
    private final SiteSettingsQuery settings;
    private final Caller caller;
    private final Clock clock;

    SiteSettingsResource(SiteSettingsReplacement replacement, SiteSettingsQuery settings, Caller caller, Clock clock) {
        this.replacement = replacement;
        this.settings = settings;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "The site configuration that holds; the usual one before the first")
    @APIResponse(
            responseCode = "200",
            description = "The configuration; its ETag is the id of its revision, 0 before the first",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SiteAnswer.class)))
    @APIResponse(responseCode = "304", description = "The client has this revision already")
    public Response get(@Context Request request) {
        SiteAnswer answer = settings.newest().map(SiteAnswer::of).orElse(SiteAnswer.NONE);
        return SettingAnswers.get(answer.id(), answer, request);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            summary = "Replace the site configuration",
            description =
                    "What the body leaves out is as before the first revision. Credentials that were missed while they "
                            + "were switched off, for all or for single programs, are made by jobs once they are on; nothing is "
                            + "taken back when they are switched off. With If-Match only while one of the given revisions holds.")
    @APIResponse(
            responseCode = "200",
            description = "The revision that holds now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SiteAnswer.class)))
    @APIResponse(responseCode = "412", description = "Another revision holds than If-Match says")
    public Response put(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid SiteBody body) {
        SiteSettings wanted = body.configuration().settings();
        SettingAnswers.refuse(
                "invalid_site_configuration",
                SiteRules.breaches(wanted).stream()
                        .map(breach -> new Violation("configuration." + breach.member(), breach.message()))
                        .toList());
        ReplaceSiteSettings command = new ReplaceSiteSettings(
                wanted, IfMatch.read(ifMatch), clock.instant(), caller.cause().because(body.changeReason()));
        return switch (replacement.apply(List.of(command)).getFirst()) {
            case SettingOutcome.Held held ->
                SettingAnswers.put(
                        held.revised().revision().id(),
                        SiteAnswer.of(held.revised().revision(), wanted));
            case SettingOutcome.Outdated outdated -> throw VersionTag.outdated();
        };
    }

    @GET
    @Path("/history")
    @Operation(summary = "All revisions of the site configuration, newest first")
    public CursorPage<SiteAnswer> history(
            @QueryParam("cursor") @Nullable Long cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return CursorPage.of(
                settings.history(cursor, limit + 1).stream().map(SiteAnswer::of).toList(),
                limit,
                answer -> String.valueOf(answer.id()));
    }
}
