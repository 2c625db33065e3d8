package org.laurel.certificates.template.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.rendering.app.HtmlRendering;
import org.laurel.certificates.rendering.app.PdfRendering;
import org.laurel.certificates.rendering.app.RenderFailure;
import org.laurel.certificates.rendering.domain.CertificateDocument;
import org.laurel.certificates.template.db.TemplateQuery;
import org.laurel.certificates.template.domain.CertificateTemplate;
import org.laurel.certificates.template.domain.TemplateScope;
import org.laurel.certificates.template.domain.TemplateVersion;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.PublicUrl;
import org.laurel.kit.security.Roles;

/** Shows an author what a template makes of dummy values. Nothing is kept. */
@Path("/api/certificates/v1/templates/{id}/preview")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Templates")
public class TemplatePreviewResource {

    private static final String PDF = "application/pdf";

    private final TemplateQuery templates;
    private final PdfRendering pdf;
    private final HtmlRendering html;
    private final Clock clock;
    private final String publicUrl;

    TemplatePreviewResource(
            TemplateQuery templates, PdfRendering pdf, HtmlRendering html, Clock clock, PublicUrl publicUrl) {
        this.templates = templates;
        this.pdf = pdf;
        this.html = html;
        this.clock = clock;
        this.publicUrl = publicUrl.origin();
    }

    /**
     * What to show.
     *
     * @param format {@code pdf}, the default, or {@code html}
     * @param version the number of an older version; null for the newest
     * @param template a text that is not saved yet, in place of the template's own
     * @param language a language tag, {@code en} unless told
     */
    public record PreviewBody(
            @Nullable @Pattern(regexp = "pdf|html") String format,
            @Nullable Integer version,
            @Nullable String template,
            @Nullable @Size(max = 35) String language) {

        static final PreviewBody USUAL = new PreviewBody(null, null, null, null);
    }

    @POST
    @Idempotent
    @Produces({PDF, MediaType.TEXT_HTML})
    @Operation(summary = "Render a template with dummy values (John Doë) as PDF or HTML")
    @APIResponse(responseCode = "200", description = "The document")
    @APIResponse(responseCode = "422", description = "The template cannot be rendered; the detail says why")
    @APIResponse(responseCode = "503", description = "It cannot be rendered now")
    public Response preview(@PathParam("id") long id, @Valid @Nullable PreviewBody body) {
        PreviewBody wanted = body == null ? PreviewBody.USUAL : body;
        CertificateTemplate template = templates.byId(id).orElseThrow(TemplateRefusals::notFound);
        TemplateVersion version = version(template, wanted);
        CertificateDocument document = document(template, wanted);
        try {
            return "html".equals(wanted.format())
                    ? answer(html.render(document, version), MediaType.TEXT_HTML + ";charset=UTF-8")
                    : answer(pdf.render(document, version), PDF);
        } catch (RenderFailure failure) {
            throw TemplateRefusals.failed(failure);
        }
    }

    private TemplateVersion version(CertificateTemplate template, PreviewBody wanted) {
        if (wanted.template() != null) {
            return new TemplateVersion(
                    0,
                    template.id(),
                    0,
                    wanted.template(),
                    template.draft().scope().language());
        }
        return wanted.version() == null
                ? template.version()
                : templates.version(template.id(), wanted.version()).orElseThrow(TemplateRefusals::notFound);
    }

    private CertificateDocument document(CertificateTemplate template, PreviewBody wanted) {
        TemplateScope scope = template.draft().scope();
        CourseKey course = scope.courseKey();
        String organization = scope.organization();
        return CertificateDocument.example(
                "Example course",
                course == null ? "course-v1:Org+Example+Run" : course.value(),
                organization == null ? "Example organization" : organization,
                scope.mode() == null ? "verified" : scope.mode(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                wanted.language() == null ? "en" : wanted.language(),
                publicUrl);
    }

    /** A page of an author, opened by itself, runs no scripts and asks nobody for anything. */
    private static Response answer(Object content, String type) {
        return Response.ok(content, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:")
                .build();
    }
}
