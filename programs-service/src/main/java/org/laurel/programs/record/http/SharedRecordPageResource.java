package org.laurel.programs.record.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.kit.domain.UuidText;
import org.laurel.programs.record.http.ReadableRecords.Read;

/** Records that have a public link, as pages and files for everybody who has it. */
@Path("/records/programs/shared")
@PermitAll
@Tag(name = "Record pages")
public class SharedRecordPageResource {

    private final ReadableRecords readable;
    private final RecordPages pages;

    SharedRecordPageResource(ReadableRecords readable, RecordPages pages) {
        this.readable = readable;
        this.pages = pages;
    }

    @GET
    @Path("/{uuid}/")
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "A learner's record of a program, by its public link",
            description = "404 for links that were taken back and where records are switched off.",
            extensions = @Extension(name = "x-public", value = "true", parseValue = true))
    @APIResponse(responseCode = "200", description = "The page", content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "404",
            description = "There is no such record",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public Response page(@PathParam("uuid") String uuid) {
        return pages.page(shared(uuid), true);
    }

    @GET
    @Path("/{uuid}/csv")
    @Produces("text/csv; charset=UTF-8")
    @Operation(
            summary = "A shared record as a table",
            extensions = @Extension(name = "x-public", value = "true", parseValue = true))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such record",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public Response csv(@PathParam("uuid") String uuid) {
        return pages.csv(shared(uuid));
    }

    @GET
    @Path("/{uuid}/pdf")
    @Produces("application/pdf")
    @Operation(
            summary = "A shared record as a PDF file",
            extensions = @Extension(name = "x-public", value = "true", parseValue = true))
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = "application/pdf"))
    @APIResponse(
            responseCode = "404",
            description = "There is no such record",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public Response pdf(@PathParam("uuid") String uuid) {
        return pages.pdf(shared(uuid), true);
    }

    private Optional<Read> shared(String uuid) {
        return UuidText.ofDigits(uuid).flatMap(readable::shared);
    }
}
