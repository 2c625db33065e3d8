package org.laurel.enrollment.fact.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.FactOrder;

/** When what a command asks for becomes true. The newest fact about a subject wins, whenever it arrives. */
public sealed interface BusinessTime {

    /**
     * The command's place in business-time order.
     *
     * @param newest place of the newest fact about the same subject, null when there is none
     */
    FactOrder placeAfter(@Nullable FactOrder newest);

    /** The command's place when facts about several parts of its subject are known, each with a newest one of its own. */
    default FactOrder placeAfter(Collection<FactOrder> newest) {
        return placeAfter(newest.stream().max(Comparator.naturalOrder()).orElse(null));
    }

    /** A fact that a producer tells with its place: it may come late, and has lost then. */
    record Told(FactOrder place) implements BusinessTime {
        @Override
        public FactOrder placeAfter(@Nullable FactOrder newest) {
            return place;
        }
    }

    /**
     * A request that is to hold from now on: it comes after everything that is known, a fact from a producer whose clock is
     * ahead included.
     *
     * @param at now
     * @param requestId tells this request from all others
     */
    record Asked(Instant at, String requestId) implements BusinessTime {

        public Asked {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }

        @Override
        public FactOrder placeAfter(@Nullable FactOrder newest) {
            return newest != null && newest.occurredAt().isAfter(at)
                    ? place(newest.occurredAt(), newest, requestId)
                    : place(at, newest, requestId);
        }
    }

    /**
     * A request that names its time: it loses against anything later, and comes after what is known of that very time.
     *
     * @param at since when it is to hold
     * @param requestId tells this request from all others
     */
    record Dated(Instant at, String requestId) implements BusinessTime {

        public Dated {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }

        @Override
        public FactOrder placeAfter(@Nullable FactOrder newest) {
            return place(at, newest, requestId);
        }

        /** Facts that come later anyway do not tell how many there are of this very time. */
        @Override
        public FactOrder placeAfter(Collection<FactOrder> newest) {
            return placeAfter(newest.stream()
                    .filter(place -> !place.occurredAt().isAfter(at))
                    .max(Comparator.naturalOrder())
                    .orElse(null));
        }
    }

    private static FactOrder place(Instant at, @Nullable FactOrder newest, String requestId) {
        long sequence =
                newest != null && newest.occurredAt().equals(at) ? newest.sequence() + 1 : FactOrder.NO_SEQUENCE;
        return new FactOrder(at, sequence, FactKind.REQUEST.rank(), "/enrollment", requestId);
    }
}
