package org.laurel.completion.block.http;

import jakarta.ws.rs.Path;

/** Version 1 at its own base. */
@Path("/api/completion/v1/course")
public class CompletionV1BlockResource extends BlockCompletionSubmission {

    CompletionV1BlockResource(Submission submission) {
        super(submission);
    }
}
