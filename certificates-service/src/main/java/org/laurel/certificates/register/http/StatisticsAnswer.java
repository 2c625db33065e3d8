package org.laurel.certificates.register.http;

import java.time.Instant;
import java.util.List;
import org.laurel.certificates.register.db.StatusCountQuery.Counted;
import org.laurel.certificates.register.domain.StatusCount;
import org.laurel.events.key.CourseKey;

/**
 * A course run's certificates by status.
 *
 * @param countedAt when they were counted, up to ten seconds ago
 */
public record StatisticsAnswer(String courseKey, long total, List<Line> statistics, Instant countedAt) {

    /**
     * How many certificates have a status.
     *
     * @param name the status as people read it
     */
    public record Line(String status, String name, long count) {

        static Line of(StatusCount count) {
            return new Line(count.status().slug(), count.status().readableName(), count.count());
        }
    }

    static StatisticsAnswer of(CourseKey courseKey, Counted counted) {
        return new StatisticsAnswer(
                courseKey.value(),
                counted.total(),
                counted.counts().stream().map(Line::of).toList(),
                counted.countedAt());
    }
}
