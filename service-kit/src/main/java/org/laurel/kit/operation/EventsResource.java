package org.laurel.kit.operation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.flow.FlowEntry;
import org.laurel.kit.flow.FlowParameters;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.outbox.OutboxStatus;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.parked.ParkedEvent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.reconcile.Reconciliation;
import org.laurel.kit.reconcile.Selection;
import org.laurel.kit.security.Roles;

/** What operators see and do of events: those that are parked, those that wait to go out, and the way that facts went. */
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public abstract class EventsResource {

    private static final int PIECE = 1024 * 1024;

    private final Operations operations;

    protected EventsResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("/parked-events")
    @Operation(
            summary = "Records that could not be handled, oldest first",
            description = "Of keys and values the first 4 KiB.")
    public CursorPage<ParkedEvent> parkedEvents(
            @QueryParam("status") @DefaultValue("parked") @Pattern(regexp = "parked|replayed|discarded") String status,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        List<ParkedEvent> page = operations.parked().after(after, status, limit + 1);
        return CursorPage.of(page, limit, event -> String.valueOf(event.id()));
    }

    @GET
    @Path("/parked-events/{id}")
    @Operation(
            summary = "One parked record as it came",
            description =
                    "Of its key and value the first 64 KiB. Once it is replayed or discarded, what it said is forgotten; it is kept for 28 days.")
    public ParkedEvent parkedEvent(@PathParam("id") long id) {
        return operations
                .parked()
                .find(id)
                .orElseThrow(() -> ProblemException.notFound(
                        "parked_event_not_found", "There is no parked event " + id + ", or no longer."));
    }

    @GET
    @Path("/parked-events/{id}/value")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "The value of a parked record, byte by byte")
    @APIResponse(
            responseCode = "200",
            description = "All of it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response parkedValue(@PathParam("id") long id) {
        if (operations.parked().piece(id, 0, 1).length == 0) {
            throw ProblemException.notFound(
                    "parked_value_not_found", "No value is kept of a parked event " + id + ", or no longer.");
        }
        StreamingOutput value = out -> write(id, out);
        return Response.ok(value, MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment; filename=\"parked-" + id + "\"")
                .build();
    }

    /** Piece by piece, since it may have many megabytes. */
    private void write(long id, OutputStream out) throws IOException {
        int written = 0;
        byte[] piece = operations.parked().piece(id, written, PIECE);
        while (piece.length > 0) {
            out.write(piece);
            written += piece.length;
            piece = operations.parked().piece(id, written, PIECE);
        }
    }

    @POST
    @Path("/parked-events/{id}/replay")
    @Idempotent
    @Operation(summary = "Handle a parked record again")
    @APIResponse(responseCode = "200", description = "It was handled")
    @APIResponse(responseCode = "422", description = "It still cannot be handled, for the reason in error_code")
    public Response replay(@PathParam("id") long id) {
        operations.replay().replay(id, operations.caller().username());
        return Response.ok(Map.of("id", id, "status", "replayed")).build();
    }

    @POST
    @Path("/parked-events/{id}/discard")
    @Idempotent
    @Operation(summary = "Drop a parked record for good")
    public Response discard(@PathParam("id") long id) {
        operations.replay().discard(id, operations.caller().username());
        return Response.ok(Map.of("id", id, "status", "discarded")).build();
    }

    @GET
    @Path("/outbox")
    @Operation(
            summary = "How many events wait to be published, since when, and whether anybody publishes",
            description = "Cheap however many wait: up to 10,000 are counted, beyond that the number is an estimate.")
    public OutboxStatus outbox() {
        return operations.outbox().status();
    }

    @GET
    @Path("/flow")
    @Operation(
            summary = "The way that facts about a learner went through this service, in order of time",
            description =
                    "Which events came in, what was decided and which events went out. Joined over the services by "
                            + "correlation_id. Events are kept for 28 days, decisions as long as their history.")
    public CursorPage<FlowEntry> flow(@BeanParam FlowParameters asked) {
        return operations.flow().page(asked.question());
    }

    /**
     * What is told once more.
     *
     * @param selected how many states of each kind a dry run finds, null otherwise
     * @param exact false when of some kind there are more than 100,000, or it took more than five seconds to count them; then
     *     there are at least as many as {@code selected} says. Null when it was no dry run
     * @param jobId the job that tells of them, null in a dry run
     */
    @Schema(name = "Reconciling")
    public record Reconciling(
            boolean dryRun,
            @Nullable Map<String, Long> selected,
            @Nullable Boolean exact,
            @Nullable Long jobId) {}

    @POST
    @Path("/reconcile")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            summary = "Tell others once more what they may have missed",
            description =
                    "Publishes the selected states as they are, with the versions and times that they have. Nothing is "
                            + "changed, and receivers who know them already hear nothing new. A dry run counts "
                            + "100,000 states of each kind at most, for five seconds; exact says whether that was enough.")
    @APIResponse(
            responseCode = "200",
            description = "What a dry run finds",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Reconciling.class)))
    @APIResponse(
            responseCode = "202",
            description = "A job tells of them",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Reconciling.class)))
    public Response reconcile(@Valid @NotNull ReconcileRequest request, @Context UriInfo address) {
        Selection selection = request.selection();
        if (request.dryRun()) {
            Reconciliation.Count count = operations.reconciliation().count(selection);
            return Response.ok(new Reconciling(true, count.states(), count.exact(), null))
                    .build();
        }
        long job =
                operations.reconciliation().begin(selection, operations.caller().cause());
        return Response.accepted(new Reconciling(false, null, null, job))
                .location(URI.create(address.getPath().replaceFirst("reconcile/?$", "jobs/" + job)))
                .build();
    }
}
