package org.laurel.enrollment.cohort.domain;

import java.time.Instant;
import org.laurel.events.key.LearnerId;

/**
 * Whether a learner is in a cohort.
 *
 * @param cohortName the cohort's name as others know it
 * @param isMember false after leaving
 * @param version 1 at the first entering, one more with each change
 * @param occurredAt when the learner entered or left
 */
public record Membership(
        LearnerId learnerId, CohortKey cohort, String cohortName, boolean isMember, long version, Instant occurredAt) {

    /** The same with the learner in or out of the cohort from a time on. */
    public Membership changed(boolean member, String name, Instant since) {
        return new Membership(learnerId, cohort, name, member, version + 1, since);
    }

    /** The same with the cohort's new name. */
    public Membership renamed(String name) {
        return new Membership(learnerId, cohort, name, isMember, version + 1, occurredAt);
    }

    /** Whose place in which course run it is. */
    public Seat seat() {
        return new Seat(learnerId, cohort.courseKey());
    }
}
