package org.laurel.completion.verification.http;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.laurel.completion.verification.app.VerificationStart;
import org.laurel.completion.verification.db.VerificationQuery;
import org.laurel.completion.verification.domain.Verification;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.job.Job;
import org.laurel.kit.job.JobProgress;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Verifications of stored sums: starting them, how far they are, following one live, and steering it. */
@Path("/api/completion/v1/verifications")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Verifications")
public class VerificationResource {

    private static final String PATH = "/api/completion/v1/verifications/";

    private final VerificationSelection selection;
    private final VerificationStart start;
    private final VerificationQuery verifications;
    private final Jobs jobs;
    private final JobProgress progress;
    private final Caller caller;

    VerificationResource(
            VerificationSelection selection,
            VerificationStart start,
            VerificationQuery verifications,
            Jobs jobs,
            JobProgress progress,
            Caller caller) {
        this.selection = selection;
        this.start = start;
        this.verifications = verifications;
        this.jobs = jobs;
        this.progress = progress;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            summary = "Compare stored sums with walks over the whole course",
            description =
                    "Walks the published structure as each learner sees it and compares with what is stored of the course "
                            + "and its blocks, and counts the course runs' numbers again from the rows. Changes nothing unless "
                            + "repair is true.")
    @APIResponse(
            responseCode = "202",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = VerificationView.class)))
    @APIResponse(responseCode = "404", description = "Nothing is known of the course run")
    public Response start(@Valid @NotNull VerificationRequest request) {
        long id = start.apply(List.of(selection.read(request, caller.cause().by())))
                .getFirst();
        return Response.accepted(detail(verification(id)))
                .location(URI.create(PATH + id))
                .build();
    }

    @GET
    @Operation(summary = "Verifications, newest first")
    public CursorPage<VerificationView> list(
            @QueryParam("cursor") @DefaultValue("9223372036854775807") long cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        CursorPage<Verification> cut =
                CursorPage.of(verifications.before(cursor, limit + 1), limit, one -> String.valueOf(one.id()));
        return new CursorPage<>(
                cut.results().stream()
                        .map(one -> VerificationView.of(one, List.of()))
                        .toList(),
                cut.nextCursor());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far a verification is, and the first differences that it found")
    public VerificationView get(@PathParam("id") long id) {
        return detail(verification(id));
    }

    @GET
    @Path("/{id}/events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "Follow a verification live until it has ended, as server-sent events")
    public Multi<VerificationView> follow(@PathParam("id") long id) {
        Verification one = verification(id);
        return jobs.find(one.jobId()).isEmpty()
                ? Multi.createFrom().item(VerificationView.of(one, List.of()))
                : progress.stream(one.jobId()).map(job -> VerificationView.of(one.at(now(job)), List.of()));
    }

    @POST
    @Path("/{id}/pause")
    @Idempotent
    @Operation(summary = "Pause a verification after its current chunk")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = VerificationView.class)))
    @APIResponse(responseCode = "409", description = "The verification has ended")
    public Response pause(@PathParam("id") long id) {
        return steered(id, jobs.pause(verification(id).jobId(), true));
    }

    @POST
    @Path("/{id}/resume")
    @Idempotent
    @Operation(summary = "Let a paused or failed verification go on where it stopped")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = VerificationView.class)))
    @APIResponse(responseCode = "409", description = "The verification has ended")
    public Response resume(@PathParam("id") long id) {
        return steered(id, jobs.pause(verification(id).jobId(), false));
    }

    @POST
    @Path("/{id}/cancel")
    @Idempotent
    @Operation(summary = "End a verification after its current chunk; what it found and repaired stays")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = VerificationView.class)))
    @APIResponse(responseCode = "409", description = "The verification has ended")
    public Response cancel(@PathParam("id") long id) {
        return steered(id, jobs.cancel(verification(id).jobId()));
    }

    private Verification verification(long id) {
        return verifications
                .find(id)
                .orElseThrow(() ->
                        ProblemException.notFound("verification_not_found", "There is no verification " + id + "."));
    }

    private Response steered(long id, boolean done) {
        if (!done) {
            throw new ProblemException(
                    Problem.of(409, "verification_ended", "The verification has ended; start a new one."));
        }
        return Response.ok(detail(verification(id))).build();
    }

    private VerificationView detail(Verification verification) {
        return VerificationView.of(verification, verifications.differences(verification.id()));
    }

    private static Verification.Progress now(Job job) {
        return new Verification.Progress(
                job.state(), job.done(), job.total(), job.counts(), job.error(), job.finishedAt());
    }
}
