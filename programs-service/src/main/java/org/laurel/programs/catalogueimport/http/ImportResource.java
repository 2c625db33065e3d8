package org.laurel.programs.catalogueimport.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.FlagParameter;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;
import org.laurel.programs.catalogueimport.app.ImportCancelling;
import org.laurel.programs.catalogueimport.app.ImportOpening;
import org.laurel.programs.catalogueimport.app.ImportOpening.Open;
import org.laurel.programs.catalogueimport.app.ImportStarting;
import org.laurel.programs.catalogueimport.app.ImportSubmission;
import org.laurel.programs.catalogueimport.app.ImportSubmission.Submission;
import org.laurel.programs.catalogueimport.app.PartTaking;
import org.laurel.programs.catalogueimport.app.PartTaking.Take;
import org.laurel.programs.catalogueimport.domain.ItemKind;

/** Takes catalogue documents of a discovery service in. */
@Path("/api/programs/v1/imports")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class ImportResource {

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
            summary = "Import a catalogue document, or open an import that takes parts",
            description =
                    "With a body, its items are imported at once (202). Without one, the import takes parts (201). A"
                            + " document is an array, a page with results, an array of pages, or an object with programs,"
                            + " organizations and pathways, each of these. kind says what the items of a bare array or page are,"
                            + " programs when absent. What is in the catalogue and not in the document stays.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Object.class)))
    @APIResponse(
            responseCode = "201",
            description = "The import is open and takes parts",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(
            responseCode = "202",
            description = "The items are imported; follow them under the address of the import",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportReport.class)))
    public Response create(
            @QueryParam("kind") @DefaultValue("programs") String kind,
            @QueryParam("dry_run") @Schema(type = SchemaType.BOOLEAN, defaultValue = "false") @Nullable String dryRun,
            @Nullable String body) {
        ItemKind usual = kind(kind);
        Open open = new Open(FlagParameter.read("dry_run", dryRun, false), caller.cause());
        boolean empty = body == null || body.isBlank();
        long id = body == null || empty
                ? opening.apply(List.of(open)).getFirst()
                : submission.apply(List.of(new Submission(open, usual, body))).getFirst();
        return Response.status(empty ? 201 : 202)
                .location(URI.create("/api/programs/v1/imports/" + id))
                .entity(reports.find(id))
                .build();
    }

    /** A part that is there. */
    public record PartAnswer(int n, long items, String sha256) {}

    @POST
    @Path("/{id}/parts")
    @Idempotent
    @Operation(
            summary = "Send a part of an open import: a document of its own, such as a page",
            description = "The same part again changes nothing. kind as of the import itself.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Object.class)))
    @APIResponse(
            responseCode = "200",
            description = "The part is there",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PartAnswer.class)))
    @APIResponse(responseCode = "409", description = "The import has started, or the part is there with other content")
    public Response part(
            @PathParam("id") long id,
            @QueryParam("n") @DefaultValue("1") @Min(1) @Max(100_000) int number,
            @QueryParam("kind") @DefaultValue("programs") String kind,
            @Nullable String body) {
        var taken = taking.apply(List.of(new Take(id, number, kind(kind), body == null ? "" : body)))
                .getFirst();
        return Response.ok(new PartAnswer(taken.number(), taken.items(), taken.sha256()))
                .build();
    }

    @POST
    @Path("/{id}/start")
    @Consumes(MediaType.WILDCARD)
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
    @Consumes(MediaType.WILDCARD)
    @Idempotent
    @Operation(summary = "End an import; what it has done stays, the other items are dropped")
    @APIResponse(
            responseCode = "200",
            description = "The import has ended",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "409", description = "The import has started in the same moment")
    public Response cancel(@PathParam("id") long id) {
        cancelling.apply(List.of(id));
        return Response.ok(reports.find(id)).build();
    }

    private static ItemKind kind(String kind) {
        return ItemKind.of(kind)
                .orElseThrow(() -> ProblemException.badRequest(
                        "invalid_kind", "kind is one of programs, organizations and pathways."));
    }
}
