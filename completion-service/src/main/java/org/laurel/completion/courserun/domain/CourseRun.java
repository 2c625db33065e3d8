package org.laurel.completion.courserun.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;

/**
 * A course run as enrollment-service's directory tells it. Its time is cut to microseconds, which is what the database keeps.
 *
 * @param org the organisation, which a platform may name otherwise than the course key does
 * @param displayName title of the course, null when nobody told one
 * @param mobileAvailable whether the run is offered in mobile applications
 * @param version counts the changes of the entry; the highest wins, whatever the time
 * @param occurredAt when the entry took on these values; among equal versions the latest wins
 */
public record CourseRun(
        CourseKey courseKey,
        String org,
        @Nullable String displayName,
        boolean mobileAvailable,
        long version,
        Instant occurredAt) {

    public CourseRun {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** A run of which the directory has not told: the organisation is that of the key, and any version replaces it. */
    public static CourseRun untold(CourseKey courseKey) {
        return new CourseRun(courseKey, courseKey.org(), null, false, -1, Instant.EPOCH);
    }
}
