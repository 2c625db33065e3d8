package org.laurel.completion.block.http;

import jakarta.ws.rs.Path;

/** Version 0 at the base that older clients call. */
@Path("/completion-aggregator/v0/course")
public class AggregatorV0BlockResource extends BlockCompletionSubmission {

    AggregatorV0BlockResource(Submission submission) {
        super(submission);
    }
}
