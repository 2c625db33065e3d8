package org.laurel.certificates.generation.http;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.laurel.certificates.generation.db.GenerationRunQuery;
import org.laurel.certificates.generation.domain.GenerationRun;
import org.laurel.certificates.role.http.CourseAccess;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.job.Job;
import org.laurel.kit.job.JobProgress;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** One generation run: how far it is, following it live, and steering it. */
@Path("/api/certificates/v1/generation-runs/{id}")
@Authenticated
@Tag(name = "Generation runs")
public class GenerationRunResource {

    private final GenerationRunQuery runs;
    private final CourseAccess access;
    private final Jobs jobs;
    private final JobProgress progress;
    private final Clock clock;

    GenerationRunResource(GenerationRunQuery runs, CourseAccess access, Jobs jobs, JobProgress progress, Clock clock) {
        this.runs = runs;
        this.access = access;
        this.jobs = jobs;
        this.progress = progress;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "How far a run is, and with which outcomes")
    public RunView get(@PathParam("id") long id) {
        return detail(run(id));
    }

    @GET
    @Path("/events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "Follow a run live until it has ended, as server-sent events")
    public Multi<RunView> follow(@PathParam("id") long id) {
        GenerationRun run = run(id);
        return jobs.find(run.jobId()).isEmpty()
                ? Multi.createFrom().item(RunView.of(run, clock.instant()))
                : progress.stream(run.jobId()).map(job -> RunView.of(run.at(now(job)), clock.instant()));
    }

    @POST
    @Path("/pause")
    @Idempotent
    @Operation(summary = "Pause a run after its current chunk")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunView.class)))
    @APIResponse(responseCode = "409", description = "The run has ended")
    public Response pause(@PathParam("id") long id) {
        return steered(id, jobs.pause(run(id).jobId(), true));
    }

    @POST
    @Path("/resume")
    @Idempotent
    @Operation(
            summary = "Let a paused or failed run go on where it stopped",
            description = "409 for a failed one while another of the course run goes on.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunView.class)))
    @APIResponse(responseCode = "409", description = "The run has ended, or another of the course run goes on")
    public Response resume(@PathParam("id") long id) {
        return steered(id, jobs.pause(run(id).jobId(), false));
    }

    @POST
    @Path("/cancel")
    @Idempotent
    @Operation(summary = "End a run after its current chunk; what it has done stays")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunView.class)))
    @APIResponse(responseCode = "409", description = "The run has ended")
    public Response cancel(@PathParam("id") long id) {
        return steered(id, jobs.cancel(run(id).jobId()));
    }

    private GenerationRun run(long id) {
        GenerationRun run = runs.find(id)
                .orElseThrow(() -> ProblemException.notFound(
                        "generation_run_not_found", "There is no generation run " + id + "."));
        access.requireCourseAdminOrService(run.courseKey());
        return run;
    }

    private Response steered(long id, boolean done) {
        if (!done) {
            throw new ProblemException(
                    Problem.of(409, "generation_run_ended", "The generation run has ended; start a new one."));
        }
        return Response.ok(detail(run(id))).build();
    }

    private RunView detail(GenerationRun run) {
        return RunView.of(run, runs.leftOut(run.id()), clock.instant());
    }

    private static GenerationRun.Progress now(Job job) {
        return new GenerationRun.Progress(
                job.state(), job.done(), job.total(), job.counts(), job.error(), job.finishedAt());
    }
}
