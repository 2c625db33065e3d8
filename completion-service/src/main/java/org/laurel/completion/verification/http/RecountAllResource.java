package org.laurel.completion.verification.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.completion.verification.app.RecountStart;
import org.laurel.completion.verification.app.RecountStart.Recount;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Has all learners of all course runs counted again. */
@Path("/api/completion/v1/recounts")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Verifications")
public class RecountAllResource {

    private final RecountStart start;
    private final Caller caller;

    RecountAllResource(RecountStart start, Caller caller) {
        this.start = start;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Count all learners of all course runs again",
            description =
                    "One course run after the other, each as when it is counted alone. Of such jobs there is one at a time; it can be"
                            + " paused, and slowed down by a pause between its chunks.")
    @APIResponse(
            responseCode = "202",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RecountResource.Started.class)))
    @APIResponse(responseCode = "409", description = "A job that counts all course runs again is under way or paused")
    public Response recount() {
        long job = start.apply(List.of(new Recount(null, caller.cause()))).getFirst();
        return RecountResource.Started.of(job, null);
    }
}
