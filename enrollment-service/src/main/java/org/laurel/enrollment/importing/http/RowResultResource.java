package org.laurel.enrollment.importing.http;

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
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.importing.db.ImportQuery;
import org.laurel.enrollment.importing.db.ImportQuery.Result;
import org.laurel.enrollment.importing.domain.CellText;
import org.laurel.enrollment.importing.domain.RowCode;
import org.laurel.enrollment.importing.domain.RowOutcome;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Roles;

/** Shows what became of the rows of imports, one by one. */
@Path("/api/enrollment/v1/imports/{id}")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Imports")
public class RowResultResource {

    private static final int PAGE = 5_000;

    private final ImportReports reports;
    private final ImportQuery imports;

    RowResultResource(ImportReports reports, ImportQuery imports) {
        this.reports = reports;
        this.imports = imports;
    }

    /**
     * What became of a row.
     *
     * @param file the file of a bundle, or the part
     * @param line the line of the file on which it begins
     * @param outcome {@code created}, {@code updated}, {@code unchanged} or {@code refused}
     * @param code why it is refused, null when it is not
     * @param subject the learner id, the course key, or both separated by a blank; null when the row does not tell
     */
    public record RowResult(
            String file,
            long line,
            String outcome,
            @Nullable String code,
            @Nullable String message,
            @Nullable String subject) {

        static RowResult of(Result result) {
            RowCode code = RowOutcome.isRefused(result.outcome()) ? RowOutcome.code(result.outcome()) : null;
            return new RowResult(
                    result.file(),
                    result.line(),
                    code == null ? result.outcome() : "refused",
                    code == null ? null : code.slug(),
                    code == null ? null : code.message(),
                    result.subject());
        }
    }

    @GET
    @Path("/rows")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Rows that are worked off, in the order of the file",
            description = "With refused=true, only those that were refused.")
    public CursorPage<RowResult> list(
            @PathParam("id") long id,
            @QueryParam("refused") @DefaultValue("false") boolean refused,
            @QueryParam("cursor") @DefaultValue("0:0") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1_000) int limit) {
        long known = reports.known(id).id();
        Place place = Place.of(cursor);
        List<Result> page = imports.results(known, place.part(), place.line(), refused, limit + 1);
        CursorPage<Result> cut = CursorPage.of(page, limit, last -> last.part() + ":" + last.line());
        return new CursorPage<>(cut.results().stream().map(RowResult::of).toList(), cut.nextCursor());
    }

    @GET
    @Path("/rows.csv")
    @Produces("text/csv")
    @Operation(summary = "All rows that are worked off, as CSV")
    public Response csv(@PathParam("id") long id, @QueryParam("refused") @DefaultValue("false") boolean refused) {
        long known = reports.known(id).id();
        StreamingOutput rows = out -> write(known, refused, out);
        return Response.ok(rows, "text/csv;charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"import-" + id + "-rows.csv\"")
                .build();
    }

    private void write(long id, boolean refused, OutputStream out) throws IOException {
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180);
        csv.printRecord("file", "line", "outcome", "code", "message", "subject");
        for (List<Result> page = imports.results(id, 0, 0, refused, PAGE); !page.isEmpty(); ) {
            for (Result each : page) {
                RowResult row = RowResult.of(each);
                csv.printRecord(
                        row.file(),
                        row.line(),
                        row.outcome(),
                        row.code(),
                        row.message(),
                        CellText.written(row.subject()));
            }
            Result last = page.getLast();
            page = imports.results(id, last.part(), last.line(), refused, PAGE);
        }
        csv.flush();
    }

    /** A place as a cursor has it. */
    private record Place(int part, long line) {

        static Place of(String cursor) {
            try {
                int colon = cursor.indexOf(':');
                return new Place(
                        Integer.parseInt(cursor.substring(0, Math.max(colon, 0))),
                        Long.parseLong(cursor.substring(colon + 1)));
            } catch (NumberFormatException malformed) {
                throw ProblemException.badRequest("invalid_cursor", "The cursor is one that a page before has given.");
            }
        }
    }
}
