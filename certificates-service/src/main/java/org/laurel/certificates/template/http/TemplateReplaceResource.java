package org.laurel.certificates.template.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.template.app.TemplateReplacing;
import org.laurel.certificates.template.domain.ReplacementResult;
import org.laurel.certificates.template.domain.TextReplacement;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Find and replace over templates. */
@Path("/api/certificates/v1/templates:replace")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Templates")
public class TemplateReplaceResource {

    private final TemplateReplacing replacing;
    private final Caller caller;

    TemplateReplaceResource(TemplateReplacing replacing, Caller caller) {
        this.replacing = replacing;
        this.caller = caller;
    }

    /**
     * What to replace.
     *
     * @param oldText looked for to the letter; the first occurrence in each template is replaced
     * @param dryRun only tell what would change
     */
    public record ReplaceBody(
            @NotEmpty String oldText,
            @NotNull String newText,
            @NotEmpty @Size(max = 200) List<@NotNull Long> templateIds,
            @Nullable Boolean dryRun) {}

    /**
     * What was replaced.
     *
     * @param warnings a sentence for every template that is missing or would be broken
     */
    public record ReplaceAnswer(
            boolean dryRun,
            List<ReplacementResult.Changed> changed,
            List<Long> unchanged,
            List<Long> missing,
            List<ReplacementResult.Refused> refused,
            List<String> warnings) {

        static ReplaceAnswer of(boolean dryRun, ReplacementResult result) {
            List<String> warnings = new ArrayList<>();
            result.missing().forEach(id -> warnings.add("There is no template " + id + "."));
            result.refused().forEach(one -> warnings.add("Template " + one.id() + " stays: " + one.reason()));
            return new ReplaceAnswer(
                    dryRun, result.changed(), result.unchanged(), result.missing(), result.refused(), warnings);
        }
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Replace a piece of text in templates",
            description = "With dry_run nothing is saved; each changed template comes with a unified diff either way.")
    @APIResponse(responseCode = "200", description = "What changed, or would")
    public Response replace(@NotNull @Valid ReplaceBody body) {
        boolean dryRun = Boolean.TRUE.equals(body.dryRun());
        ReplacementResult result = replacing
                .apply(List.of(new TextReplacement(
                        body.oldText(), body.newText(), body.templateIds(), dryRun, caller.cause())))
                .getFirst();
        return Response.ok(ReplaceAnswer.of(dryRun, result)).build();
    }
}
