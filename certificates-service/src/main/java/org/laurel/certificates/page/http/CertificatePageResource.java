package org.laurel.certificates.page.http;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.configuration.db.ConfigurationQuery;
import org.laurel.certificates.file.db.FileQuery;
import org.laurel.certificates.file.http.FileAnswer;
import org.laurel.certificates.page.app.CertificatePreview;
import org.laurel.certificates.page.app.DocumentAssembly;
import org.laurel.certificates.page.db.PageQuery;
import org.laurel.certificates.page.db.PageQuery.Shown;
import org.laurel.certificates.page.domain.PageAnswer;
import org.laurel.certificates.role.http.CourseAccess;
import org.laurel.events.key.CourseKey;

/** Public pages and files of certificates. */
@Path("/certificates")
@Tag(name = "Certificate pages")
@Produces(MediaType.TEXT_HTML)
public class CertificatePageResource {

    private static final String UUID = "[0-9a-f]{32}";

    private final PageQuery pages;
    private final ConfigurationQuery configurations;
    private final DocumentAssembly documents;
    private final CertificatePreview previews;
    private final PageView view;
    private final VisitNotice visits;
    private final Reader reader;
    private final FileQuery files;
    private final CourseAccess access;
    private final Clock clock;

    CertificatePageResource(
            PageQuery pages,
            ConfigurationQuery configurations,
            DocumentAssembly documents,
            CertificatePreview previews,
            PageView view,
            VisitNotice visits,
            Reader reader,
            FileQuery files,
            CourseAccess access,
            Clock clock) {
        this.pages = pages;
        this.configurations = configurations;
        this.documents = documents;
        this.previews = previews;
        this.view = view;
        this.visits = visits;
        this.reader = reader;
        this.files = files;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Path("/{verify_uuid: " + UUID + "}")
    @PermitAll
    @Operation(
            summary = "The page of a certificate",
            description = "404 when there is none or it does not show yet, 410 when it is not, or no longer, valid. "
                    + "With preview, staff of the course run see it in another mode.",
            extensions = @Extension(name = "x-public", value = "true", parseValue = true))
    @APIResponse(responseCode = "200", description = "The page", content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "404",
            description = "There is none, or it does not show yet",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "410",
            description = "It is not, or no longer, valid",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public Response page(@PathParam("verify_uuid") String verifyUuid, @QueryParam("preview") @Nullable String preview) {
        Optional<Shown> found = pages.byPublicId(verifyUuid);
        if (preview != null && !preview.isBlank()) {
            return found.filter(shown -> access.hasStaffAccess(shown.key().courseKey()))
                    .map(shown -> preview(shown.key().courseKey(), preview))
                    .orElseGet(view::hidden);
        }
        return switch (answer(found)) {
            case HIDDEN -> view.hidden();
            case GONE -> view.gone();
            case SHOWN -> {
                Shown shown = found.orElseThrow();
                visits.notice(shown);
                yield view.certificate(documents.assemble(shown, reader.reading()));
            }
        };
    }

    @GET
    @Path("/{verify_uuid: " + UUID + "}/{download_uuid: " + UUID + "}.pdf")
    @PermitAll
    @Produces("application/pdf")
    @Operation(
            summary = "The file of a certificate",
            description =
                    "404 when there is none or it does not show yet, 410 when the certificate is not, or no longer, "
                            + "valid. A file that is made needs no configuration and no switch that is still on.",
            extensions = @Extension(name = "x-public", value = "true", parseValue = true))
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = "application/pdf"))
    @APIResponse(responseCode = "304", description = "As the caller has it")
    @APIResponse(
            responseCode = "404",
            description = "There is none, or it does not show yet",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "410",
            description = "It is not, or no longer, valid",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public Response file(
            @PathParam("verify_uuid") String verifyUuid,
            @PathParam("download_uuid") String downloadUuid,
            @Context Request request) {
        Optional<Shown> found = pages.byPublicId(verifyUuid);
        return switch (fileAnswer(found)) {
            case HIDDEN -> view.hidden();
            case GONE -> view.gone();
            case SHOWN ->
                found.map(shown -> shown.issued().certificate().file().downloadUuid())
                        .filter(downloadUuid::equals)
                        .flatMap(id -> files.ofOwner("certificate:" + verifyUuid))
                        .map(file -> FileAnswer.inline(file, "certificate.pdf", "private, no-cache", request))
                        .orElseGet(view::hidden);
        };
    }

    @GET
    @Path("/course/{course_id: .+}")
    @Authenticated
    @Operation(
            summary = "What certificates of a course run will look like",
            description =
                    "For staff of the course run; in the mode that preview names. Uses the first configuration, even "
                            + "an inactive one, and dummy values. Invalid for course runs without certificates.")
    public Response preview(@PathParam("course_id") String courseId, @QueryParam("preview") @Nullable String mode) {
        return CourseKeyPath.parse(courseId)
                .filter(access::hasStaffAccess)
                .map(course -> preview(course, mode == null ? "honor" : mode))
                .orElseGet(view::invalid);
    }

    @GET
    @Path("/user/{user_id}/course/{course_id: .+}")
    @PermitAll
    @Operation(
            summary = "An address of old that is no longer supported",
            extensions = @Extension(name = "x-public", value = "true", parseValue = true))
    public Response unsupported(@PathParam("user_id") String userId, @PathParam("course_id") String courseId) {
        return view.unsupported();
    }

    private Response preview(CourseKey course, String mode) {
        return previews.of(course, mode, reader.language())
                .map(view::certificate)
                .orElseGet(view::invalid);
    }

    private PageAnswer answer(Optional<Shown> found) {
        return found.map(shown -> PageAnswer.of(
                        shown.issued(), shown.terms().newest(), isConfigured(shown), shown.retired(), clock.instant()))
                .orElse(PageAnswer.HIDDEN);
    }

    private PageAnswer fileAnswer(Optional<Shown> found) {
        return found.map(shown ->
                        PageAnswer.ofFile(shown.issued(), shown.terms().newest(), shown.retired(), clock.instant()))
                .orElse(PageAnswer.HIDDEN);
    }

    /** A course run for which nobody has ever stored a configuration has the standard texts. */
    private boolean isConfigured(Shown shown) {
        return configurations
                .current(shown.key().courseKey())
                .map(version -> version.configuration().active().isPresent())
                .orElse(true);
    }
}
