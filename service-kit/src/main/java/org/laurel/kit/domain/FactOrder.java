package org.laurel.kit.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;

/**
 * The place of a fact in business-time order: by time, then the producer's sequence number, then the kind of fact, then the
 * event's source and id. It is total, so folding facts in this order gives one result whatever the order of arrival.
 *
 * @param occurredAt business time, cut to microseconds, which is what the database keeps
 * @param sequence the producer's sequence number for facts of the same time, {@link #NO_SEQUENCE} without one
 * @param kind position of the fact's kind in the service's documented list of kinds
 * @param source the event's source
 * @param id the event's id, unique within the source
 */
public record FactOrder(Instant occurredAt, long sequence, int kind, String source, String id)
        implements Comparable<FactOrder> {

    /** Sorts before every sequence number. */
    public static final long NO_SEQUENCE = -1;

    private static final Comparator<FactOrder> ORDER = Comparator.comparing(FactOrder::occurredAt)
            .thenComparingLong(FactOrder::sequence)
            .thenComparingInt(FactOrder::kind)
            .thenComparing(FactOrder::source)
            .thenComparing(FactOrder::id);

    public FactOrder {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(id, "id");
    }

    @Override
    public int compareTo(FactOrder other) {
        return ORDER.compare(this, other);
    }

    /** Whether this fact comes after the other one. */
    public boolean isAfter(FactOrder other) {
        return compareTo(other) > 0;
    }
}
