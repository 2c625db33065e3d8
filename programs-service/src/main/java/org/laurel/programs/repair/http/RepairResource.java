package org.laurel.programs.repair.http;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.job.Job;
import org.laurel.kit.job.JobProgress;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;
import org.laurel.programs.repair.app.RepairStart;
import org.laurel.programs.repair.db.RepairQuery;
import org.laurel.programs.repair.domain.Repair;

/** Repairs of program credentials: starting them, how far they are, following one live, and steering it. */
@Path("/api/programs/v1/repairs")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Repairs")
public class RepairResource {

    private final RepairSelection selection;
    private final RepairStart start;
    private final RepairQuery repairs;
    private final Jobs jobs;
    private final JobProgress progress;
    private final Caller caller;
    private final Clock clock;

    RepairResource(
            RepairSelection selection,
            RepairStart start,
            RepairQuery repairs,
            Jobs jobs,
            JobProgress progress,
            Caller caller,
            Clock clock) {
        this.selection = selection;
        this.start = start;
        this.repairs = repairs;
        this.jobs = jobs;
        this.progress = progress;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A repair that goes on.
     *
     * @param unknown what the request names and nobody knows here; it goes on without
     */
    @Schema(name = "RepairStarted")
    public record Started(RepairView repair, RepairSelection.Unknown unknown) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            summary = "Award program credentials that are missing, and revoke those that nothing supports",
            description = "A dry run unless dry_run is false. A decision of staff stays as it is, in either direction.")
    @APIResponse(
            responseCode = "202",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Started.class)))
    public Response start(@Valid @NotNull RepairRequest request) {
        RepairSelection.Selected selected = selection.read(request);
        long id = start.apply(List.of(selected.start(request, caller.cause()))).getFirst();
        return Response.accepted(new Started(detail(repair(id)), selected.unknown()))
                .location(URI.create("/api/programs/v1/repairs/" + id))
                .build();
    }

    @GET
    @Operation(summary = "Repairs, newest first")
    public CursorPage<RepairView> list(
            @QueryParam("cursor") @DefaultValue("9223372036854775807") long cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        CursorPage<Repair> cut =
                CursorPage.of(repairs.before(cursor, limit + 1), limit, repair -> String.valueOf(repair.id()));
        return new CursorPage<>(
                cut.results().stream()
                        .map(repair -> RepairView.of(repair, clock.instant()))
                        .toList(),
                cut.nextCursor());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far a repair is, with which outcomes, and what a dry run would do")
    public RepairView get(@PathParam("id") long id) {
        return detail(repair(id));
    }

    @GET
    @Path("/{id}/events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "Follow a repair live until it has ended, as server-sent events")
    public Multi<RepairView> follow(@PathParam("id") long id) {
        Repair repair = repair(id);
        return jobs.find(repair.jobId()).isEmpty()
                ? Multi.createFrom().item(RepairView.of(repair, clock.instant()))
                : progress.stream(repair.jobId()).map(job -> RepairView.of(repair.at(now(job)), clock.instant()));
    }

    @POST
    @Path("/{id}/pause")
    @Idempotent
    @Operation(summary = "Pause a repair after its current chunk")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RepairView.class)))
    @APIResponse(responseCode = "409", description = "The repair has ended")
    public Response pause(@PathParam("id") long id) {
        return steered(id, jobs.pause(repair(id).jobId(), true));
    }

    @POST
    @Path("/{id}/resume")
    @Idempotent
    @Operation(summary = "Let a paused or failed repair go on where it stopped")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RepairView.class)))
    @APIResponse(responseCode = "409", description = "The repair has ended")
    public Response resume(@PathParam("id") long id) {
        return steered(id, jobs.pause(repair(id).jobId(), false));
    }

    @POST
    @Path("/{id}/cancel")
    @Idempotent
    @Operation(summary = "End a repair after its current chunk; what it has done stays")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RepairView.class)))
    @APIResponse(responseCode = "409", description = "The repair has ended")
    public Response cancel(@PathParam("id") long id) {
        return steered(id, jobs.cancel(repair(id).jobId()));
    }

    private Repair repair(long id) {
        return repairs.find(id)
                .orElseThrow(() -> ProblemException.notFound("repair_not_found", "There is no repair " + id + "."));
    }

    private Response steered(long id, boolean done) {
        if (!done) {
            throw new ProblemException(Problem.of(409, "repair_ended", "The repair has ended; start a new one."));
        }
        return Response.ok(detail(repair(id))).build();
    }

    private RepairView detail(Repair repair) {
        return RepairView.of(
                repair,
                RepairView.Samples.of(repairs.samples(repair.id())),
                repairs.leftOut(repair.id()),
                clock.instant());
    }

    private static Repair.Progress now(Job job) {
        return new Repair.Progress(job.state(), job.done(), job.total(), job.counts(), job.error(), job.finishedAt());
    }
}
