package org.laurel.enrollment.bulk.http;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.laurel.enrollment.bulk.app.BulkCancelling;
import org.laurel.enrollment.bulk.db.BulkRunQueries;
import org.laurel.enrollment.bulk.db.BulkRunQueries.RowResult;
import org.laurel.enrollment.importing.domain.CellText;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;

/** Shows how far long lists are and what became of their rows. */
@Path("/api/enrollment/v1/bulk-enrollments")
@Authenticated
public class BulkRunResource {

    private static final int PAGE = 5_000;
    private static final String[] COLUMNS = {
        "row",
        "identifier",
        "course_id",
        "outcome",
        "before_state",
        "before_mode",
        "after_state",
        "after_mode",
        "state_transition"
    };

    private final BulkRuns runs;
    private final BulkRunQueries queries;
    private final BulkCancelling cancelling;

    BulkRunResource(BulkRuns runs, BulkRunQueries queries, BulkCancelling cancelling) {
        this.runs = runs;
        this.queries = queries;
        this.cancelling = cancelling;
    }

    @GET
    @Operation(summary = "Long lists that the caller may see, newest first")
    public CursorPage<BulkRunView> list(
            @QueryParam("cursor") @DefaultValue("9223372036854775807") long cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return CursorPage.of(runs.before(cursor, limit + 1), limit, run -> String.valueOf(run.id()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A long list: how far it is and what became of its rows so far")
    public BulkRunView find(@PathParam("id") long id) {
        return runs.view(id);
    }

    @POST
    @Path("/{id}/cancel")
    @Idempotent
    @Operation(summary = "End the work on a list; what is done stays done")
    public Response cancel(@PathParam("id") long id) {
        cancelling.apply(List.of(runs.known(id)));
        return Response.ok(runs.view(id)).build();
    }

    @GET
    @Path("/{id}/results")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What became of each row, in the order of the list")
    public CursorPage<RowResult> results(
            @PathParam("id") long id,
            @QueryParam("cursor") @DefaultValue("0") long cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1_000) int limit) {
        return CursorPage.of(
                queries.rows(runs.known(id).id(), cursor, limit + 1), limit, row -> String.valueOf(row.row()));
    }

    @GET
    @Path("/{id}/results")
    @Produces("text/csv")
    @Operation(summary = "What became of each row, as CSV")
    public Response resultsAsCsv(@PathParam("id") long id) {
        long known = runs.known(id).id();
        StreamingOutput rows = out -> write(known, out);
        return Response.ok(rows, "text/csv;charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"bulk-" + known + "-results.csv\"")
                .build();
    }

    private void write(long id, OutputStream out) throws IOException {
        CSVPrinter csv = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), CSVFormat.RFC4180);
        csv.printRecord((Object[]) COLUMNS);
        List<RowResult> page = queries.rows(id, 0, PAGE);
        while (!page.isEmpty()) {
            for (RowResult row : page) {
                csv.printRecord(
                        row.row(),
                        CellText.written(row.identifier()),
                        CellText.written(row.courseId()),
                        row.outcome(),
                        row.beforeState(),
                        row.beforeMode(),
                        row.afterState(),
                        row.afterMode(),
                        row.stateTransition());
            }
            page = queries.rows(id, page.getLast().row(), PAGE);
        }
        csv.flush();
    }
}
