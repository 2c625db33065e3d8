package org.laurel.certificates.retirement.http;

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
import org.laurel.certificates.retirement.db.RetirementQuery;
import org.laurel.certificates.retirement.db.RetirementQuery.LeftNames;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.retirement.RetiredNamesPurge;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** The purge of names of retired learners, for deployments whose retirements left some. */
@Path("/api/certificates/v1/certificates:purge-retired-names")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Maintenance")
public class RetiredNamesResource {

    private final RetiredNamesPurge purge;
    private final RetirementQuery retired;
    private final Caller caller;

    RetiredNamesResource(RetiredNamesPurge purge, RetirementQuery retired, Caller caller) {
        this.purge = purge;
        this.retired = retired;
        this.caller = caller;
    }

    /** @param dryRun whether to count only */
    public record Request(boolean dryRun) {}

    /**
     * What is left.
     *
     * @param rows names in certificates and their history
     * @param learners of how many retired learners
     * @param first ids of the first ten of them
     * @param jobId the job that erases everything of all retired learners, null in a dry run
     */
    public record Answer(
            boolean dryRun,
            long rows,
            long learners,
            List<String> first,
            @Nullable Long jobId) {}

    @POST
    @Idempotent
    @Operation(
            summary = "Erase once more what may be left of retired learners",
            description = "Names, addresses and free text in every table. Nobody is told.")
    @APIResponse(
            responseCode = "200",
            description = "What a dry run finds",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(
            responseCode = "202",
            description = "A job erases it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    public Response purge(@Nullable Request request) {
        LeftNames left = retired.leftNames();
        if (request != null && request.dryRun()) {
            return Response.ok(new Answer(true, left.rows(), left.learners(), left.first(), null))
                    .build();
        }
        long job = purge.apply(List.of(caller.cause())).getFirst();
        return Response.accepted(new Answer(false, left.rows(), left.learners(), left.first(), job))
                .location(URI.create("/api/certificates/ops/jobs/" + job))
                .build();
    }
}
