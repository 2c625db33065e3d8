package org.laurel.enrollment.fact.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    /** A fact that a producer tells with its time: it may come late, and has lost then. */
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

        private static final String SOURCE = "/enrollment";

        public Asked {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }

        @Override
        public FactOrder placeAfter(@Nullable FactOrder newest) {
            if (newest == null || newest.occurredAt().isBefore(at)) {
                return place(at, FactOrder.NO_SEQUENCE);
            }
            return place(newest.occurredAt(), newest.sequence() + 1);
        }

        private FactOrder place(Instant time, long sequence) {
            return new FactOrder(time, sequence, FactKind.REQUEST.ordinal(), SOURCE, requestId);
        }
    }
}
