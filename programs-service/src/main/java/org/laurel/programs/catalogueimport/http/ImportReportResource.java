package org.laurel.programs.catalogueimport.http;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.job.JobProgress;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.page.FlagParameter;
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Roles;
import org.laurel.programs.catalogueimport.db.ImportQuery;
import org.laurel.programs.catalogueimport.db.ImportQuery.Result;
import org.laurel.programs.catalogueimport.domain.CatalogueImport;
import org.laurel.programs.catalogueimport.domain.Place;

/** Shows how imports of the catalogue go. */
@Path("/api/programs/v1/imports")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Imports")
public class ImportReportResource {

    private final ImportReports reports;
    private final ImportQuery imports;
    private final JobProgress progress;

    ImportReportResource(ImportReports reports, ImportQuery imports, JobProgress progress) {
        this.reports = reports;
        this.imports = imports;
        this.progress = progress;
    }

    /**
     * What became of an item.
     *
     * @param position the how many-th of its part it is, from 1
     * @param uuid null when it has none
     * @param outcome {@code created}, {@code changed}, {@code unchanged} or {@code refused}
     * @param code why it is refused, null when it is not
     */
    public record ItemResult(
            int part,
            long position,
            String kind,
            @Nullable UUID uuid,
            String outcome,
            @Nullable String code,
            List<Violation> violations) {

        static ItemResult of(Result result) {
            return new ItemResult(
                    result.place().part(),
                    result.place().position(),
                    result.kind(),
                    result.subject(),
                    result.outcome().word(),
                    result.outcome().code(),
                    result.outcome().flaws().stream()
                            .map(flaw -> new Violation(flaw.field(), flaw.message()))
                            .toList());
        }
    }

    @GET
    @Operation(summary = "Imports of the catalogue, newest first")
    public CursorPage<ImportReport> list(
            @QueryParam("cursor") @DefaultValue("9223372036854775807") long cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return CursorPage.of(reports.before(cursor, limit + 1), limit, report -> String.valueOf(report.id()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One import: how far it is and what became of its items")
    public ImportReport find(@PathParam("id") long id) {
        return reports.find(id);
    }

    @GET
    @Path("/{id}/items")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Items that are worked off, in the order of the document",
            description = "With refused=true, only those that were refused.")
    public CursorPage<ItemResult> items(
            @PathParam("id") long id,
            @QueryParam("refused") @Schema(type = SchemaType.BOOLEAN, defaultValue = "false") @Nullable String refused,
            @QueryParam("cursor") @DefaultValue("0:0") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1_000) int limit) {
        boolean refusedOnly = FlagParameter.read("refused", refused, false);
        long known = reports.known(id).id();
        CursorPage<Result> page = CursorPage.of(
                imports.results(known, place(cursor), refusedOnly, limit + 1),
                limit,
                last -> last.place().toString());
        return new CursorPage<>(page.results().stream().map(ItemResult::of).toList(), page.nextCursor());
    }

    @GET
    @Path("/{id}/events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "Follow a started import live until it has ended, as server-sent events")
    public Multi<ImportReport> follow(@PathParam("id") long id) {
        CatalogueImport known = reports.known(id);
        Long job = known.jobId();
        if (job == null) {
            throw ProblemException.badRequest("import_not_started", "The import has not started. Start it first.");
        }
        if (known.finishedAt() != null) {
            return Multi.createFrom().item(reports.find(id));
        }
        return progress.stream(job).map(state -> ImportReport.of(known, state));
    }

    private static Place place(String cursor) {
        try {
            return Place.of(cursor);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("invalid_cursor", "The cursor is one that a page before has given.");
        }
    }
}
