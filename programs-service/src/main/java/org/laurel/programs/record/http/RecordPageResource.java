package org.laurel.programs.record.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.kit.domain.UuidText;
import org.laurel.programs.learner.domain.Learner;
import org.laurel.programs.record.http.ReadableRecords.Read;

/** The caller's own records as pages and files. */
@Path("/records")
@Authenticated
@Tag(name = "Record pages")
public class RecordPageResource {

    private final ReadableRecords readable;
    private final RecordPages pages;

    RecordPageResource(ReadableRecords readable, RecordPages pages) {
        this.readable = readable;
        this.pages = pages;
    }

    @GET
    @Path("/")
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "The caller's records of programs", description = "404 where records are switched off.")
    @APIResponse(responseCode = "200", description = "The page", content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "404",
            description = "Records are switched off",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public Response list() {
        Learner self = readable.self();
        return readable.switchedOn()
                .map(settings -> pages.list(
                        settings.platformName(),
                        self.name().isBlank() ? self.username() : self.name(),
                        readable.all(self)))
                .orElseGet(pages::missing);
    }

    @GET
    @Path("/programs/{uuid}/")
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "The caller's record of a program",
            description = "404 for unknown programs and where records are switched off.")
    @APIResponse(responseCode = "200", description = "The page", content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "404",
            description = "There is no such record",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public Response page(@PathParam("uuid") String uuid) {
        return pages.page(own(uuid), false);
    }

    @GET
    @Path("/programs/{uuid}/csv")
    @Produces("text/csv; charset=UTF-8")
    @Operation(summary = "The caller's record of a program as a table")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such record",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public Response csv(@PathParam("uuid") String uuid) {
        return pages.csv(own(uuid));
    }

    @GET
    @Path("/programs/{uuid}/pdf")
    @Produces("application/pdf")
    @Operation(summary = "The caller's record of a program as a PDF file")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = "application/pdf"))
    @APIResponse(
            responseCode = "404",
            description = "There is no such record",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public Response pdf(@PathParam("uuid") String uuid) {
        return pages.pdf(own(uuid), false);
    }

    private Optional<Read> own(String uuid) {
        return UuidText.ofDigits(uuid).flatMap(program -> readable.one(readable.self(), program));
    }
}
