package org.laurel.enrollment.importing.http;

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
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.importing.app.ImportCancelling;
import org.laurel.enrollment.importing.app.ImportOpening;
import org.laurel.enrollment.importing.app.ImportOpening.Open;
import org.laurel.enrollment.importing.app.ImportStarting;
import org.laurel.enrollment.importing.app.ImportSubmission;
import org.laurel.enrollment.importing.app.ImportSubmission.Submission;
import org.laurel.enrollment.importing.app.PartTaking;
import org.laurel.enrollment.importing.app.PartTaking.Take;
import org.laurel.enrollment.importing.domain.RowKind;
import org.laurel.enrollment.oneroster.app.BundleSubmission;
import org.laurel.enrollment.oneroster.app.BundleSubmission.SentBundle;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.FlagParameter;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;
import org.laurel.kit.upload.UploadedFile;

/** Takes learners, course runs and enrollments of another system in. */
@Path("/api/enrollment/v1/imports")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Consumes(MediaType.WILDCARD)
@Tag(name = "Imports")
public class ImportResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final ImportOpening opening;
    private final ImportSubmission submission;
    private final BundleSubmission bundles;
    private final PartTaking taking;
    private final ImportStarting starting;
    private final ImportCancelling cancelling;
    private final ImportReports reports;
    private final Caller caller;

    ImportResource(
            ImportOpening opening,
            ImportSubmission submission,
            BundleSubmission bundles,
            PartTaking taking,
            ImportStarting starting,
            ImportCancelling cancelling,
            ImportReports reports,
            Caller caller) {
        this.opening = opening;
        this.submission = submission;
        this.bundles = bundles;
        this.taking = taking;
        this.starting = starting;
        this.cancelling = cancelling;
        this.reports = reports;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Import rows of a kind, or open an import that takes parts",
            description = "With a body, its rows are imported at once (202). Without one, the import takes parts (201)."
                    + " kind is learners, course_runs or enrollments. A zip file is a OneRoster 1.2 bundle of CSV files and"
                    + " has no kind.")
    @RequestBody(
            content = {
                @Content(mediaType = ImportBody.ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")),
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
    @APIResponse(responseCode = "415", description = "Neither JSON lines nor CSV nor a zip file")
    public Response create(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("dry_run") @Schema(type = SchemaType.BOOLEAN, defaultValue = "false") @Nullable String dryRun,
            @Context HttpHeaders headers,
            @Nullable UploadedFile body) {
        try (UploadedFile file = body) {
            boolean tried = FlagParameter.read("dry_run", dryRun, false);
            boolean empty = file == null || file.isEmpty();
            long id = ImportBody.isZip(headers.getMediaType())
                    ? bundle(ImportBody.kept(file), tried)
                    : rows(new Open(kind(kind), tried, caller.cause()), empty ? null : file, headers);
            return Response.status(empty ? 201 : 202)
                    .location(URI.create("/api/enrollment/v1/imports/" + id))
                    .entity(reports.find(id))
                    .build();
        }
    }

    private long bundle(UploadedFile file, boolean dryRun) {
        java.nio.file.Path path = Objects.requireNonNull(file.path());
        return bundles.apply(List.of(new SentBundle(path, file.sha256(), dryRun, caller.cause())))
                .getFirst();
    }

    private long rows(Open open, @Nullable UploadedFile file, HttpHeaders headers) {
        return file == null
                ? opening.apply(List.of(open)).getFirst()
                : submission
                        .apply(List.of(new Submission(open, ImportBody.of(file, headers.getMediaType(), 1))))
                        .getFirst();
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
            @QueryParam("first_line") @DefaultValue("1") @Min(1) @Max(1_000_000_000_000L) long firstLine,
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

    private static String kind(@Nullable String kind) {
        return RowKind.of(kind == null ? "" : kind)
                .orElseThrow(() -> ProblemException.badRequest(
                        "invalid_kind", "kind is one of learners, course_runs and enrollments."))
                .slug();
    }
}
