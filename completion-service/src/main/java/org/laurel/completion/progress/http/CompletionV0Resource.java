package org.laurel.completion.progress.http;

import jakarta.ws.rs.Path;
import org.laurel.completion.progress.app.SnapshotReading;
import org.laurel.completion.progress.db.ProgressQuery;

/** Version 0 at its own base. */
@Path("/api/completion/v0/course")
public class CompletionV0Resource extends CourseCompletionV0 {

    CompletionV0Resource(SnapshotReading snapshot, ProgressQuery progress, EffectiveLearner learners) {
        super(snapshot, progress, learners);
    }
}
