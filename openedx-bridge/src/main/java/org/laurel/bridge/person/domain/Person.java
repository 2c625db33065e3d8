package org.laurel.bridge.person.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;

/**
 * Who a learner is, as Open edX's events tell of people. Its highest version wins, whatever the time, so that the order of
 * arrival makes no difference.
 *
 * @param email empty when nobody told it
 * @param name the full name, empty when nobody told it
 * @param isActive whether the account is activated
 * @param version counts the changes of the account, {@link #UNVERSIONED} in a snapshot that does not tell it
 * @param changedAt when the account took on these values, cut to microseconds, which is what the database keeps
 */
public record Person(
        LearnerId id, String username, String email, String name, boolean isActive, long version, Instant changedAt) {

    /** Lower than any version that is told. */
    public static final long UNVERSIONED = 0;

    private static final Comparator<Person> BY_TIME = Comparator.comparing(Person::changedAt)
            .thenComparing(Person::username)
            .thenComparing(Person::email)
            .thenComparing(Person::name)
            .thenComparing(Person::isActive);

    public Person {
        changedAt = changedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * A snapshot that travelled in an event about something else.
     *
     * @param toldVersion null when the producer does not tell it
     * @param toldAt null when the producer does not tell it; then the event's business time stands in
     */
    public Person as(@Nullable Long toldVersion, @Nullable Instant toldAt) {
        return new Person(
                id,
                username,
                email,
                name,
                isActive,
                toldVersion == null ? UNVERSIONED : toldVersion,
                toldAt == null ? changedAt : toldAt);
    }

    /** What is told of somebody who is retired: the id in the place of the username, and nothing else. */
    public Person withoutNames() {
        return new Person(id, id.value(), "", "", false, version, changedAt);
    }

    /** Whether this takes the place of another snapshot of the same learner. */
    public boolean replaces(Person other) {
        if (version != other.version) {
            return version > other.version;
        }
        return version == UNVERSIONED && BY_TIME.compare(this, other) > 0;
    }
}
