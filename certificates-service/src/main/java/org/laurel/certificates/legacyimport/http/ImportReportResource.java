package org.laurel.certificates.legacyimport.http;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.laurel.certificates.legacyimport.db.ImportQuery;
import org.laurel.certificates.legacyimport.db.ImportQuery.Problem;
import org.laurel.certificates.legacyimport.domain.LegacyImport;
import org.laurel.kit.job.JobProgress;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Roles;

/** Shows how imports went. */
@Path("/api/certificates/v1/imports")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Imports")
public class ImportReportResource {

    private static final int PAGE = 5_000;

    private final ImportReports reports;
    private final ImportQuery imports;
    private final JobProgress progress;

    ImportReportResource(ImportReports reports, ImportQuery imports, JobProgress progress) {
        this.reports = reports;
        this.imports = imports;
        this.progress = progress;
    }

    @GET
    @Operation(summary = "Imports, newest first")
    public CursorPage<ImportReport> list(
            @QueryParam("cursor") @DefaultValue("9223372036854775807") long cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return CursorPage.of(reports.before(cursor, limit + 1), limit, report -> String.valueOf(report.id()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One import: how far it is and what became of its rows")
    public ImportReport find(@PathParam("id") long id) {
        return reports.find(id);
    }

    @GET
    @Path("/{id}/events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "Follow a started import live until it has ended, as server-sent events")
    public Multi<ImportReport> follow(@PathParam("id") long id) {
        LegacyImport known = reports.known(id);
        Long job = known.jobId();
        if (job == null) {
            throw ProblemException.badRequest("import_not_started", "The import has not started. Start it first.");
        }
        if (known.finishedAt() != null) {
            return Multi.createFrom().item(reports.find(id));
        }
        return progress.stream(job).map(state -> ImportReport.of(known, state));
    }

    /**
     * A row that was refused.
     *
     * @param part the part that it is in
     * @param row the line of the file on which it begins
     */
    public record ProblemItem(int part, long row, String code, String message) {

        static ProblemItem of(Problem problem) {
            return new ProblemItem(
                    problem.part(),
                    problem.line(),
                    problem.code().slug(),
                    problem.code().message());
        }

        String cursor() {
            return part + ":" + row;
        }
    }

    @GET
    @Path("/{id}/problems")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Rows that were refused, in the order of the file")
    public CursorPage<ProblemItem> problems(
            @PathParam("id") long id,
            @QueryParam("cursor") @DefaultValue("0:0") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1_000) int limit) {
        LegacyImport known = reports.known(id);
        String[] place = cursor.split(":", -1);
        List<Problem> page = imports.problems(known.id(), (int) number(place, 0), number(place, 1), limit + 1);
        return CursorPage.of(page.stream().map(ProblemItem::of).toList(), limit, ProblemItem::cursor);
    }

    @GET
    @Path("/{id}/problems")
    @Produces("text/csv")
    @Operation(summary = "All rows that were refused, as CSV")
    public Response problemsAsCsv(@PathParam("id") long id) {
        LegacyImport known = reports.known(id);
        StreamingOutput rows = out -> write(known.id(), out);
        return Response.ok(rows, "text/csv;charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"import-" + id + "-problems.csv\"")
                .build();
    }

    private void write(long id, OutputStream out) throws IOException {
        Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.write("part,row,code,message\r\n");
        List<Problem> page = imports.problems(id, 0, 0, PAGE);
        while (!page.isEmpty()) {
            for (Problem problem : page) {
                csv.write(problem.part() + "," + problem.line() + ","
                        + problem.code().slug() + ",\""
                        + problem.code().message().replace("\"", "\"\"") + "\"\r\n");
            }
            Problem last = page.getLast();
            page = imports.problems(id, last.part(), last.line(), PAGE);
        }
        csv.flush();
    }

    private static long number(String[] place, int member) {
        try {
            return Long.parseLong(place.length == 2 ? place[member] : "");
        } catch (NumberFormatException malformed) {
            throw ProblemException.badRequest("invalid_cursor", "The cursor is one that a page before has given.");
        }
    }
}
