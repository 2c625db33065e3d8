package org.laurel.certificates.allowlist.http;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.certificates.allowlist.domain.Obstacle;
import org.laurel.certificates.allowlist.http.AllowlistGrants.Wish;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.Caller;

/** Adds many learners to an allowlist at once. */
@Path("/api/certificates/v1/course-runs/{course_key: .+}/allowlist:bulk")
@Authenticated
@Tag(name = "Allowlist")
public class AllowlistBulkResource {

    private final AllowlistGrants grants;
    private final AdministeredRuns runs;
    private final Caller caller;

    AllowlistBulkResource(AllowlistGrants grants, AdministeredRuns runs, Caller caller) {
        this.grants = grants;
        this.runs = runs;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Add 1 to 1,000 learners to the allowlist",
            description = "Who cannot be added is told with the reason; the others are added all the same.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BulkAnswer.class)))
    public Response add(@PathParam("course_key") String courseKey, @Valid @NotNull BulkRequest wanted) {
        CourseKey run = runs.own(courseKey);
        List<Wish> wishes = wanted.entries().stream()
                .map(entry -> new Wish(entry.username(), entry.notes() == null ? "" : entry.notes()))
                .toList();
        List<BulkAnswer.Item> results = grants.grant(run, wishes, Obstacle.ANY, caller.cause()).stream()
                .map(grant -> BulkAnswer.Item.of(null, grant))
                .toList();
        return Response.ok(BulkAnswer.of(results)).build();
    }
}
