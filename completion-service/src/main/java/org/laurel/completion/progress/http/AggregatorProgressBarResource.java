package org.laurel.completion.progress.http;

import jakarta.ws.rs.Path;

/** Progress bars at the base that older clients call. */
@Path("/completion-aggregator/progress_bar")
public class AggregatorProgressBarResource extends ProgressBars {

    AggregatorProgressBarResource(ProgressBarPage page) {
        super(page);
    }
}
