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
 * @param email empty when the platform tells none
 * @param name the full name, empty when the platform tells none
 * @param isActive whether the learner may sign in
 * @param version counts the changes of the account; {@link #UNVERSIONED} when the producer does not tell it
 * @param changedAt when the account took on these values, cut to microseconds, which is what the database keeps
 */
public record Learner(
        LearnerId id, String username, String email, String name, boolean isActive, long version, Instant changedAt) {

    /** The version of a snapshot that does not tell one: lower than any that is told. */
    public static final long UNVERSIONED = 0;

    private static final Comparator<Learner> BY_TIME = Comparator.comparing(Learner::changedAt)
            .thenComparing(Learner::username)
            .thenComparing(Learner::email)
            .thenComparing(Learner::name)
            .thenComparing(Learner::isActive);

    public Learner {
        changedAt = changedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * This account as a snapshot tells it that travelled in an event about something else, or did not tell its version or time.
     *
     * @param toldVersion null when the producer does not tell it
     * @param toldAt null when the producer does not tell it; then {@code changedAt}, the event's business time, stands in
     */
    public Learner as(@Nullable Long toldVersion, @Nullable Instant toldAt) {
        return new Learner(
                id,
                username,
                email,
                name,
                isActive,
                toldVersion == null ? UNVERSIONED : toldVersion,
                toldAt == null ? changedAt : toldAt);
    }

    /**
     * Whether this takes the other's place: a higher version does, an equal one does not. Among those without version the later
     * does, and of two of the same time the one whose username sorts last,
     * then email and name.
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
