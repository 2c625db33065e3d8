package org.laurel.enrollment.importing.http;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.laurel.enrollment.importing.domain.ImportRun;
import org.laurel.kit.job.JobProgress;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Roles;

/** Shows how imports go. */
@Path("/api/enrollment/v1/imports")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Imports")
public class ImportReportResource {

    private final ImportReports reports;
    private final JobProgress progress;

    ImportReportResource(ImportReports reports, JobProgress progress) {
        this.reports = reports;
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
        ImportRun known = reports.known(id);
        Long job = known.jobId();
        if (job == null) {
            throw ProblemException.badRequest("import_not_started", "The import has not started. Start it first.");
        }
        if (known.finishedAt() != null) {
            return Multi.createFrom().item(reports.find(id));
        }
        return progress.stream(job).map(state -> ImportReport.of(known, state));
    }
}
