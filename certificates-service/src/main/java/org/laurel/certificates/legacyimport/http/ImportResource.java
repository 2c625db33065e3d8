package org.laurel.certificates.legacyimport.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.legacyimport.app.ImportCancelling;
import org.laurel.certificates.legacyimport.app.ImportOpening;
import org.laurel.certificates.legacyimport.app.ImportOpening.Open;
import org.laurel.certificates.legacyimport.app.ImportStarting;
import org.laurel.certificates.legacyimport.app.ImportSubmission;
import org.laurel.certificates.legacyimport.app.ImportSubmission.Submission;
import org.laurel.certificates.legacyimport.app.PartTaking;
import org.laurel.certificates.legacyimport.app.PartTaking.Take;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.FlagParameter;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;
import org.laurel.kit.upload.UploadedFile;

/** Takes existing certificates of another system in. */
@Path("/api/certificates/v1/imports")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Consumes(MediaType.WILDCARD)
@Tag(name = "Imports")
public class ImportResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final ImportOpening opening;
    private final ImportSubmission submission;
    private final PartTaking taking;
    private final ImportStarting starting;
    private final ImportCancelling cancelling;
    private final ImportReports reports;
    private final Caller caller;

    ImportResource(
            ImportOpening opening,
            ImportSubmission submission,
            PartTaking taking,
            ImportStarting starting,
            ImportCancelling cancelling,
            ImportReports reports,
            Caller caller) {
        this.opening = opening;
        this.submission = submission;
        this.taking = taking;
        this.starting = starting;
        this.cancelling = cancelling;
        this.reports = reports;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Import certificates, or open an import that takes parts",
            description =
                    "With a body, its rows are imported at once (202). Without one, the import takes parts (201).")
    @RequestBody(
            content = {
                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "201",
            description = "The import is open and takes parts",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(
            responseCode = "202",
            description = "The rows are imported; follow them under the address of the import",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(
            responseCode = "413",
            description = "More than one request may bring, or than all parts together may; send parts")
    @APIResponse(responseCode = "415", description = "Neither JSON lines nor CSV")
    public Response create(
            @QueryParam("announce") @DefaultValue("false") boolean announce,
            @QueryParam("dry_run") @Schema(type = SchemaType.BOOLEAN, defaultValue = "false") @Nullable String dryRun,
            @Context HttpHeaders headers,
            @Nullable UploadedFile body) {
        try (UploadedFile file = body) {
            Open open = new Open(announce, FlagParameter.read("dry_run", dryRun, false), caller.cause());
            boolean empty = file == null || file.isEmpty();
            long id = empty
                    ? opening.apply(List.of(open)).getFirst()
                    : submission
                            .apply(List.of(new Submission(open, ImportBody.of(file, headers.getMediaType(), 1))))
                            .getFirst();
            return Response.status(empty ? 201 : 202)
                    .location(URI.create("/api/certificates/v1/imports/" + id))
                    .entity(reports.find(id))
                    .build();
        }
    }

    /** A part that is there. */
    public record PartAnswer(int n, long rows, long size, String sha256) {}

    @POST
    @Path("/{id}/parts")
    @Idempotent
    @Operation(
            summary = "Send a part of an open import",
            description =
                    "Whole rows only. The same part again changes nothing. Parts of a CSV file need no header row but for"
                            + " the first, which is sent first.")
    @RequestBody(
            content = {
                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "200",
            description = "The part is there",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PartAnswer.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "The import has started, the part is there with other content, or part 1 with its header row is missing")
    @APIResponse(responseCode = "413", description = "The part is too large, or all parts together are")
    @APIResponse(responseCode = "415", description = "Neither JSON lines nor CSV")
    public Response part(
            @PathParam("id") long id,
            @QueryParam("n") @DefaultValue("1") @Min(1) @Max(100_000) int number,
            @QueryParam("first_line") @DefaultValue("1") @Min(1) long firstLine,
            @Context HttpHeaders headers,
            @Nullable UploadedFile body) {
        try (UploadedFile file = body) {
            var taken = taking.apply(
                            List.of(new Take(id, number, ImportBody.of(file, headers.getMediaType(), firstLine))))
                    .getFirst();
            return Response.ok(new PartAnswer(taken.number(), taken.rows(), taken.size(), taken.sha256()))
                    .build();
        }
    }

    @POST
    @Path("/{id}/start")
    @Idempotent
    @Operation(summary = "Start an import whose parts are complete")
    @APIResponse(
            responseCode = "202",
            description = "The import has begun",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "409", description = "A part is missing")
    public Response start(@PathParam("id") long id) {
        starting.apply(List.of(id));
        return Response.accepted(reports.find(id)).build();
    }

    @POST
    @Path("/{id}/cancel")
    @Idempotent
    @Operation(summary = "End an import; what it has done stays, the other rows are dropped")
    @APIResponse(
            responseCode = "200",
            description = "The import has ended",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportReport.class)))
    public Response cancel(@PathParam("id") long id) {
        cancelling.apply(List.of(id));
        return Response.ok(reports.find(id)).build();
    }
}
