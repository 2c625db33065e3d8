package org.laurel.completion.block.http;

import jakarta.ws.rs.Path;

/** Version 1 at the base that older clients call. */
@Path("/completion-aggregator/v1/course")
public class AggregatorV1BlockResource extends BlockCompletionSubmission {

    AggregatorV1BlockResource(Submission submission) {
        super(submission);
    }
}
