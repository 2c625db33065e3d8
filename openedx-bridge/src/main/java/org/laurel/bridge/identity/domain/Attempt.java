package org.laurel.bridge.identity.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;

/**
 * One attempt of a learner to verify the identity, as Open edX last told of it.
 *
 * @param number Open edX's number of the attempt
 * @param expiresAt until when an approval holds; null when it does not end
 * @param toldAt when the attempt came into this status, cut to microseconds, which is what the database keeps
 */
public record Attempt(
        LearnerId learnerId,
        long number,
        Status status,
        @Nullable Instant expiresAt,
        Instant toldAt) {

    /** Statuses in the order in which an attempt goes through them; of two of the same time the later one holds. */
    public enum Status {
        CREATED,
        PENDING,
        APPROVED,
        DENIED
    }

    /** Which of two things that were told of one attempt holds. */
    public static final Comparator<Attempt> NEWEST_LAST =
            Comparator.comparing(Attempt::toldAt).thenComparing(Attempt::status);

    public Attempt {
        toldAt = toldAt.truncatedTo(ChronoUnit.MICROS);
        expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether it approves the identity at a time. */
    boolean approvesAt(Instant time) {
        return status == Status.APPROVED && (expiresAt == null || expiresAt.isAfter(time));
    }
}
