package org.laurel.completion.progress.http;

import jakarta.ws.rs.Path;

/** Progress bars at their own base. */
@Path("/api/completion/progress_bar")
public class CompletionProgressBarResource extends ProgressBars {

    CompletionProgressBarResource(ProgressBarPage page) {
        super(page);
    }
}
