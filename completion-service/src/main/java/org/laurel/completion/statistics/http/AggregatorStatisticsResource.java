package org.laurel.completion.statistics.http;

import jakarta.ws.rs.Path;
import org.laurel.completion.progress.app.SnapshotReading;
import org.laurel.completion.progress.db.CounterQuery;
import org.laurel.completion.standing.db.CohortQuery;
import org.laurel.completion.standing.http.CourseAccess;
import org.laurel.completion.statistics.db.StatisticsQuery;

/** Statistics at the base that older clients call. */
@Path("/completion-aggregator/v1/stats")
public class AggregatorStatisticsResource extends CourseStatistics {

    AggregatorStatisticsResource(
            SnapshotReading snapshot,
            StatisticsQuery statistics,
            CounterQuery counters,
            CohortQuery cohorts,
            CourseAccess access) {
        super(snapshot, statistics, counters, cohorts, access);
    }
}
