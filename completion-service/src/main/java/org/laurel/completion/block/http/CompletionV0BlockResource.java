package org.laurel.completion.block.http;

import jakarta.ws.rs.Path;

/** Version 0 at its own base. */
@Path("/api/completion/v0/course")
public class CompletionV0BlockResource extends BlockCompletionSubmission {

    CompletionV0BlockResource(Submission submission) {
        super(submission);
    }
}
