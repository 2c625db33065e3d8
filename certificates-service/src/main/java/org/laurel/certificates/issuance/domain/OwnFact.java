package org.laurel.certificates.issuance.domain;

import java.time.Instant;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

/** Gives facts that come about in this service, by a request for instance, their place in business time. */
public final class OwnFact {

    private static final String SOURCE = "/certificates";

    private OwnFact() {}

    /**
     * The place of a fact.
     *
     * @param kind the position of its kind, such as {@link Fact.Allowlisted#KIND}
     * @param cause the request that it comes from; several facts of one request are about different cases
     */
    public static FactOrder order(Instant now, int kind, Cause cause) {
        return new FactOrder(now, FactOrder.NO_SEQUENCE, kind, SOURCE, cause.id());
    }
}
