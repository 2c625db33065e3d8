package org.laurel.kit.outbox;

import org.laurel.kit.domain.DomainFact;

/** Stands for the kit's type of the same name, which this module cannot depend on. */
public interface FactMapping<F extends DomainFact> {
    Class<F> covers();
}
