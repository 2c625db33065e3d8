package org.laurel.completion.statistics.http;

import jakarta.ws.rs.Path;
import java.time.Clock;
import org.laurel.completion.progress.app.SnapshotReading;
import org.laurel.completion.standing.db.CohortQuery;
import org.laurel.completion.standing.http.CourseAccess;
import org.laurel.completion.statistics.db.OverviewQuery;

/** Overviews at their own base. */
@Path("/api/completion/v1/course")
public class CompletionOverviewResource extends CourseOverviews {

    CompletionOverviewResource(
            SnapshotReading snapshot, OverviewQuery overviews, CohortQuery cohorts, CourseAccess access, Clock clock) {
        super(snapshot, overviews, cohorts, access, clock);
    }
}
