package org.laurel.kit.operation;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.brake.BrakeState;
import org.laurel.kit.consume.ConsumerReport;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.job.Job;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Roles;

/** What operators see and do. A service publishes it under its own base path by extending it with a {@code @Path}. */
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public abstract class OperationsResource extends EventsResource {

    private final Operations operations;

    protected OperationsResource(Operations operations) {
        super(operations);
        this.operations = operations;
    }

    @GET
    @Path("/jobs")
    @Operation(summary = "Jobs, newest first")
    public CursorPage<Job> jobs(
            @QueryParam("before") @DefaultValue("9223372036854775807") long before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return CursorPage.of(operations.jobs().before(before, limit + 1), limit, job -> String.valueOf(job.id()));
    }

    @GET
    @Path("/jobs/{id}")
    @Operation(summary = "One job: how far it came and with which outcomes")
    public Job job(@PathParam("id") long id) {
        return operations.jobs().find(id).orElseThrow(() -> unknownJob(id));
    }

    @GET
    @Path("/jobs/{id}/events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "Follow a job live until it has ended, as server-sent events")
    public Multi<Job> follow(@PathParam("id") long id) {
        job(id);
        return operations.progress().stream(id);
    }

    @POST
    @Path("/jobs/{id}/pause")
    @Idempotent
    @Operation(
            summary = "Pause a job after its current chunk",
            description = "409 for a failed one while another of the same kind and subject is open.")
    public Response pause(@PathParam("id") long id) {
        return steer(id, true);
    }

    @POST
    @Path("/jobs/{id}/resume")
    @Idempotent
    @Operation(
            summary = "Let a paused or failed job go on where it stopped",
            description = "409 for a failed one while another of the same kind and subject is open.")
    public Response resume(@PathParam("id") long id) {
        return steer(id, false);
    }

    @POST
    @Path("/jobs/{id}/cancel")
    @Idempotent
    @Operation(summary = "End a job after its current chunk; what it has done stays")
    public Response cancel(@PathParam("id") long id) {
        if (!operations.jobs().cancel(id)) {
            throw unknownJob(id);
        }
        return Response.ok(Map.of("id", id, "state", "cancelled")).build();
    }

    @GET
    @Path("/consumers")
    @Operation(
            summary = "How the consumption of events does: whether it runs, how far it is behind and how fast it goes")
    public CursorPage<ConsumerReport> consumers() {
        return new CursorPage<>(List.of(operations.consumers().report()), null);
    }

    @POST
    @Path("/consumers/pause")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Pause the consumption of events in all replicas, after the current batch")
    public Response pauseConsumers(@RequestBody(required = false) @Valid @Nullable SteeringReason why) {
        operations.consumption().pause(true, cause(why == null ? null : why.reason()));
        return Response.ok(Map.of("state", "paused")).build();
    }

    @POST
    @Path("/consumers/resume")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Let the consumption of events go on; it does so within a second, unless a brake is engaged")
    public Response resumeConsumers(@RequestBody(required = false) @Valid @Nullable SteeringReason why) {
        operations.consumption().pause(false, cause(why == null ? null : why.reason()));
        return Response.ok(Map.of("state", "running")).build();
    }

    @GET
    @Path("/brakes")
    @Operation(summary = "Brakes that are engaged, or all that ever were, by subject")
    public CursorPage<BrakeState> brakes(
            @QueryParam("all") @DefaultValue("false") boolean all,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return CursorPage.of(operations.brake().list(after, all, limit + 1), limit, BrakeState::subject);
    }

    @POST
    @Path("/brakes/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Release a brake: what it held back goes through")
    public Response release(@Valid @NotNull BrakeRelease release) {
        if (!operations.brake().release(release.subject(), cause(release.reason()))) {
            throw ProblemException.notFound(
                    "brake_not_engaged", "The brake of " + release.subject() + " is not engaged.");
        }
        return Response.ok(Map.of("subject", release.subject(), "engaged", false))
                .build();
    }

    /** Why an operator steers; kept in the history. */
    public record SteeringReason(@Size(max = 500) @Nullable String reason) {}

    /** Which brake to release, and why. */
    public record BrakeRelease(
            @NotBlank @Size(max = 500) String subject,
            @Size(max = 500) @Nullable String reason) {}

    private Cause cause(@Nullable String reason) {
        return operations.caller().cause().because(reason);
    }

    private Response steer(long id, boolean paused) {
        if (!operations.jobs().pause(id, paused)) {
            throw unknownJob(id);
        }
        return Response.ok(Map.of("id", id, "state", paused ? "paused" : "running"))
                .build();
    }

    private static ProblemException unknownJob(long id) {
        return ProblemException.notFound(
                "job_not_found", "There is no job " + id + ", or it has ended. Ended jobs are kept for 28 days.");
    }
}
