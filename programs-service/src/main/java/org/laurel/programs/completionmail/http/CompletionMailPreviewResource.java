package org.laurel.programs.completionmail.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.PublicUrl;
import org.laurel.kit.security.Roles;
import org.laurel.programs.completionmail.app.HarmlessHtml;
import org.laurel.programs.completionmail.domain.Completed;
import org.laurel.programs.completionmail.domain.CompletionLetter;
import org.laurel.programs.completionmail.domain.Identifier;
import org.laurel.programs.completionmail.domain.MailTemplate;
import org.laurel.programs.settings.db.SiteSettingsQuery;

/** What a completion mail would look like; for staff and service clients. */
@Path("/api/programs/v1/completion-mails/preview")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Completion mails")
public class CompletionMailPreviewResource {

    private final SiteSettingsQuery settings;
    private final PublicUrl publicUrl;

    CompletionMailPreviewResource(SiteSettingsQuery settings, PublicUrl publicUrl) {
        this.settings = settings;
        this.publicUrl = publicUrl;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "A template written out with an example's values; nothing is kept and nothing is sent")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PreviewAnswer.class)))
    public Response preview(@NotNull @Valid TemplateBody body) {
        MailTemplate given = body.template(Identifier.DEFAULT);
        TemplateAnswers.refuseBreaches(given);
        MailTemplate harmless = given.withHtml(HarmlessHtml.of(given.html()));
        Completed example = Completed.example(settings.current().platformName(), publicUrl.origin());
        PreviewAnswer answer = PreviewAnswer.of(CompletionLetter.of(harmless, example), harmless.html());
        return Response.ok(answer).build();
    }
}
