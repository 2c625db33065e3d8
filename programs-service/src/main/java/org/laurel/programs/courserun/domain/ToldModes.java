package org.laurel.programs.courserun.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.laurel.events.key.CourseKey;

/**
 * A version of the list of modes in which a course run is offered.
 *
 * @param modes all of them, expired ones included, in order
 * @param version counts the changes of the list; the highest wins, whatever the time
 * @param occurredAt since when the list holds
 */
public record ToldModes(CourseKey courseKey, List<CourseMode> modes, long version, Instant occurredAt) {

    public ToldModes {
        modes = List.copyOf(modes);
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether this takes the place of another version of the same list: the higher version does, of equal ones the later. */
    public boolean replaces(ToldModes other) {
        return version == other.version ? occurredAt.isAfter(other.occurredAt) : version > other.version;
    }
}
