package org.laurel.programs.learner.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;

/**
 * What we keep of a learner's account. Its highest version wins, whatever the time, so that the order of arrival makes no
 * difference.
 *
 * @param version counts the changes of the account; {@link #UNVERSIONED} when the producer does not tell it
 * @param changedAt when the account took on these values, cut to microseconds, which is what the database keeps
 */
public record Learner(LearnerId id, String username, long version, Instant changedAt) {

    /** The version of a snapshot that does not tell one: lower than any that is told. */
    public static final long UNVERSIONED = 0;

    private static final Comparator<Learner> BY_TIME =
            Comparator.comparing(Learner::changedAt).thenComparing(Learner::username);

    public Learner {
        changedAt = changedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * A snapshot that travelled in an event about something else.
     *
     * @param version null when the producer does not tell it
     * @param changedAt null when the producer does not tell it; then the event's time stands in
     * @param occurredAt business time of the event
     */
    public static Learner within(
            LearnerId id, String username, @Nullable Long version, @Nullable Instant changedAt, Instant occurredAt) {
        return new Learner(
                id, username, version == null ? UNVERSIONED : version, changedAt == null ? occurredAt : changedAt);
    }

    /**
     * Whether this takes the other's place: a higher version does, an equal one does not. Among those without version the later
     * does, and of two of the same time the one whose username sorts last.
     *
     * @param other the same learner
     */
    public boolean replaces(Learner other) {
        if (version != other.version) {
            return version > other.version;
        }
        return version == UNVERSIONED && BY_TIME.compare(this, other) > 0;
    }
}
