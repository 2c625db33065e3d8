package org.laurel.completion.progress.http;

import jakarta.ws.rs.Path;
import org.laurel.completion.progress.app.SnapshotReading;
import org.laurel.completion.progress.db.ProgressQuery;

/** Version 0 at the base that older clients call. */
@Path("/completion-aggregator/v0/course")
public class AggregatorV0Resource extends CourseCompletionV0 {

    AggregatorV0Resource(SnapshotReading snapshot, ProgressQuery progress, EffectiveLearner learners) {
        super(snapshot, progress, learners);
    }
}
