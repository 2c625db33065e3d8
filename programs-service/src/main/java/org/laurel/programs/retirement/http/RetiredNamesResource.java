package org.laurel.programs.retirement.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.retirement.LeftNames;
import org.laurel.kit.retirement.RetiredNamesPurge;
import org.laurel.kit.retirement.RetiredNamesQuery;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Erases retired learners once more, for deployments to which something came past their retirement. */
@Path("/api/programs/v1/learners:purge-retired-names")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Maintenance")
public class RetiredNamesResource {

    private final RetiredNamesPurge purge;
    private final RetiredNamesQuery retired;
    private final Caller caller;

    RetiredNamesResource(RetiredNamesPurge purge, RetiredNamesQuery retired, Caller caller) {
        this.purge = purge;
        this.retired = retired;
        this.caller = caller;
    }

    /** @param dryRun whether to count only */
    public record PurgeRequest(boolean dryRun) {}

    /**
     * What is left.
     *
     * @param rows how many names
     * @param learners of how many retired learners
     * @param first ids of the first ten of them
     * @param jobId the job that erases everything of all retired learners, null in a dry run
     */
    public record PurgeAnswer(
            boolean dryRun,
            long rows,
            long learners,
            List<String> first,
            @Nullable Long jobId) {

        static PurgeAnswer of(LeftNames left, @Nullable Long jobId) {
            return new PurgeAnswer(jobId == null, left.rows(), left.learners(), left.first(), jobId);
        }
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Erase once more what may be left of retired learners",
            description = "Names, addresses and free text in every table. Nobody is told.")
    @APIResponse(
            responseCode = "200",
            description = "What a dry run finds",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PurgeAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description = "A job erases it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PurgeAnswer.class)))
    public Response purge(@Nullable PurgeRequest request) {
        LeftNames left = retired.left();
        if (request != null && request.dryRun()) {
            return Response.ok(PurgeAnswer.of(left, null)).build();
        }
        long job = purge.apply(List.of(caller.cause())).getFirst();
        return Response.accepted(PurgeAnswer.of(left, job))
                .location(URI.create("/api/programs/ops/jobs/" + job))
                .build();
    }
}
