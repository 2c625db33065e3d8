package org.laurel.completion.progress.http;

import jakarta.ws.rs.Path;
import org.laurel.completion.progress.app.SnapshotReading;
import org.laurel.completion.progress.db.ProgressQuery;
import org.laurel.kit.page.PageLinks;

/** Version 1 at its own base. */
@Path("/api/completion/v1/course")
public class CompletionV1Resource extends CourseCompletionV1 {

    CompletionV1Resource(SnapshotReading snapshot, ProgressQuery progress, EffectiveLearner learners, PageLinks links) {
        super(snapshot, progress, learners, links);
    }
}
