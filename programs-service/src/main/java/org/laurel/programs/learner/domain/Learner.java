package org.laurel.programs.learner.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.laurel.events.key.LearnerId;

/**
 * A snapshot of a learner. The newest one wins; of two different ones of the same time, the one whose values sort last, so
 * that the order of arrival makes no difference.
 *
 * @param name the full name, empty when the learner has none
 * @param occurredAt business time of the snapshot, cut to microseconds, which is what the database keeps
 */
public record Learner(LearnerId id, String username, String email, String name, boolean active, Instant occurredAt)
        implements Comparable<Learner> {

    private static final Comparator<Learner> ORDER = Comparator.comparing(Learner::occurredAt)
            .thenComparing(Learner::username)
            .thenComparing(Learner::email)
            .thenComparing(Learner::name)
            .thenComparing(Learner::active);

    public Learner {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public int compareTo(Learner other) {
        return ORDER.compare(this, other);
    }
}
