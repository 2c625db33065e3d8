package org.laurel.programs.credential.domain;

import java.time.Instant;

/**
 * What a repair may do.
 *
 * @param awards whether it makes credentials that are missing
 * @param revokes whether it takes back those that nothing supports
 * @param at when it was started: the business time of what it takes back
 */
public record RepairRule(boolean awards, boolean revokes, Instant at) {

    /** Whether it may bring a course credential in line with its certificate in this way. Another mode may take programs away. */
    public boolean allows(CourseChange change) {
        CourseCredential before = change.before();
        boolean otherMode = before != null
                && before.standing().isAwarded()
                && !before.standing().mode().equals(change.after().standing().mode());
        return (change.revokes() || otherMode) ? revokes : awards;
    }
}
