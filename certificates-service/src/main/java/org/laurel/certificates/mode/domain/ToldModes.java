package org.laurel.certificates.mode.domain;

import java.time.Instant;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;

/**
 * A version of a course run's list of modes, as enrollment-service told us.
 *
 * @param version counts the changes of the list; the highest wins, whatever the time
 * @param occurredAt since when the list holds
 */
public record ToldModes(CourseKey courseKey, CourseModes modes, long version, Instant occurredAt, Cause cause) {

    /** Of two versions of one run's list, the newer one. */
    public ToldModes orNewer(ToldModes other) {
        return other.version > version ? other : this;
    }
}
