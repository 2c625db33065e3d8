package org.laurel.programs.completionmail.http;

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
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
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
import org.laurel.programs.completionmail.app.TemplateRemoval;
import org.laurel.programs.completionmail.app.TemplateReplacement;
import org.laurel.programs.completionmail.db.TemplateQuery;
import org.laurel.programs.completionmail.domain.Identifier;
import org.laurel.programs.completionmail.domain.MailTemplate;
import org.laurel.programs.completionmail.domain.RemoveTemplate;
import org.laurel.programs.completionmail.domain.ReplaceTemplate;
import org.laurel.programs.completionmail.domain.TemplateDecision;

/** What learners are mailed when they have completed a program; for staff and service clients. */
@Path("/api/programs/v1/completion-mails")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Completion mails")
public class CompletionMailResource {

    private final TemplateReplacement replacement;
    private final TemplateRemoval removal;
    private final TemplateQuery templates;
    private final Caller caller;
    private final Clock clock;

    CompletionMailResource(
            TemplateReplacement replacement,
            TemplateRemoval removal,
            TemplateQuery templates,
            Caller caller,
            Clock clock) {
        this.replacement = replacement;
        this.removal = removal;
        this.templates = templates;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "All templates of completion mails, by identifier")
    public CursorPage<TemplateAnswer> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return CursorPage.of(
                templates.list(cursor == null ? "" : cursor, limit + 1).stream()
                        .map(TemplateAnswer::of)
                        .toList(),
                limit,
                TemplateAnswer::identifier);
    }

    @GET
    @Path("/{identifier}")
    @Operation(summary = "A template of completion mails")
    @APIResponse(
            responseCode = "200",
            description = "The template; its ETag is its version",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TemplateAnswer.class)))
    @APIResponse(responseCode = "304", description = "The client has this version already")
    public Response get(@PathParam("identifier") String identifier, @Context Request request) {
        return TemplateAnswers.get(
                templates.find(Identifier.normal(identifier)).orElseThrow(TemplateAnswers::absent), request);
    }

    @PUT
    @Path("/{identifier}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            summary = "Create or replace a template of completion mails",
            extensions = @Extension(name = "x-creates", value = "true", parseValue = true),
            description =
                    "The identifier is the uuid of a program with or without hyphens, the slug of a type of programs, or "
                            + "default. Of the HTML only what is harmless is kept. Placeholders: learner_name, program_title, "
                            + "program_type, platform_name, credential_url, each in double braces. With If-Match only while one of "
                            + "the given versions holds.")
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or the same as before",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TemplateAnswer.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TemplateAnswer.class)))
    @APIResponse(responseCode = "412", description = "Another version holds than If-Match says")
    public Response put(
            @PathParam("identifier") String identifier,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid TemplateBody body) {
        MailTemplate given = body.template(Identifier.normal(identifier));
        TemplateAnswers.refuseBreaches(given);
        ReplaceTemplate command = new ReplaceTemplate(
                given,
                IfMatch.read(ifMatch),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.cause().because(body.changeReason()));
        return answer(replacement.apply(List.of(command)).getFirst());
    }

    @DELETE
    @Path("/{identifier}")
    @Idempotent
    @Operation(summary = "Remove a template of completion mails")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "412", description = "Another version holds than If-Match says")
    public Response delete(
            @PathParam("identifier") String identifier,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("change_reason") @Nullable @Size(max = 1000) String changeReason) {
        RemoveTemplate command = new RemoveTemplate(
                Identifier.normal(identifier),
                IfMatch.read(ifMatch),
                caller.cause().because(changeReason));
        return answer(removal.apply(List.of(command)).getFirst());
    }

    @GET
    @Path("/{identifier}/history")
    @Operation(summary = "All versions of a template of completion mails, newest first")
    public CursorPage<TemplateVersionAnswer> history(
            @PathParam("identifier") String identifier,
            @QueryParam("cursor") @Nullable Long cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return CursorPage.of(
                        templates.history(Identifier.normal(identifier), cursor, limit + 1).stream()
                                .map(TemplateVersionAnswer::of)
                                .toList(),
                        limit,
                        version -> String.valueOf(version.historyId()))
                .orUnknown(cursor == null, TemplateAnswers::absent);
    }

    private static Response answer(TemplateDecision decision) {
        return switch (decision) {
            case TemplateDecision.Changed changed ->
                TemplateAnswers.put(changed.created() ? 201 : 200, changed.after());
            case TemplateDecision.Unchanged unchanged -> TemplateAnswers.put(200, unchanged.stored());
            case TemplateDecision.Removed removed -> Response.noContent().build();
            case TemplateDecision.Absent absent -> throw TemplateAnswers.absent();
            case TemplateDecision.Outdated outdated -> throw VersionTag.outdated();
        };
    }
}
