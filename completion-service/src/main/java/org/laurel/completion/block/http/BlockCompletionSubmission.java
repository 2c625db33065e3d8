package org.laurel.completion.block.http;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.kit.idempotency.Idempotent;

/** Takes the completion of one block in, under the addresses of both versions and bases. */
@Authenticated
@Tag(name = "Completion")
public abstract class BlockCompletionSubmission {

    private final Submission submission;

    BlockCompletionSubmission(Submission submission) {
        this.submission = submission;
    }

    @POST
    @Path("/{course_key: .+}/blocks/{block_key: .+}")
    @Idempotent
    @Operation(
            summary = "Submit the completion of one block",
            description = "Of the caller; staff and service clients may name another learner in the body. The value is "
                    + "checked first, then the course run, the learner, the enrollment and whether the structure that "
                    + "counts has the block. 400 completion_tracking_disabled while tracking is off.")
    @APIResponse(responseCode = "201", description = "Nothing was known of the block before")
    @APIResponse(responseCode = "200", description = "The value replaces the one before")
    public Response submit(
            @PathParam("course_key") String courseKey,
            @PathParam("block_key") String blockKey,
            @NotNull BlockCompletionBody body) {
        return submission.take(courseKey, blockKey, body);
    }
}
