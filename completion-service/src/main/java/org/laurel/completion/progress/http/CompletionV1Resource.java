package org.laurel.completion.progress.http;

import jakarta.ws.rs.Path;
import org.laurel.completion.progress.app.SnapshotReading;
import org.laurel.completion.progress.db.ProgressQuery;

/** Version 1 at its own base. */
@Path("/api/completion/v1/course")
public class CompletionV1Resource extends CourseCompletionV1 {

    CompletionV1Resource(SnapshotReading snapshot, ProgressQuery progress, EffectiveLearner learners) {
        super(snapshot, progress, learners);
    }
}
