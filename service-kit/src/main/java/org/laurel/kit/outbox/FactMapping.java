package org.laurel.kit.outbox;

import org.laurel.kit.domain.DomainFact;

/**
 * Maps the facts of one feature to wire events. A feature supplies it as a bean in its {@code kafka} package; {@link Outbox}
 * finds it by the fact's class.
 *
 * @param <F> a fact, or the sealed parent of a feature's facts
 */
public interface FactMapping<F extends DomainFact> {

    /** The class of the facts that this mapping covers. */
    Class<F> covers();

    /** The event that tells of the fact: an {@link OutgoingEvent}, or a bridge's {@link ForeignEvent}. */
    Outgoing map(F fact);
}
