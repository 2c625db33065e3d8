package org.laurel.kit.consume;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

/** Tells whether the current transaction applies consumed events, rather than a request or a chunk of a job. */
@ApplicationScoped
public class Consumption {

    private static final Object UNDER_WAY = new Object();

    private final TransactionSynchronizationRegistry transaction;

    Consumption(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void begin() {
        transaction.putResource(UNDER_WAY, true);
    }

    /** Whether it does. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isUnderWay() {
        return transaction.getResource(UNDER_WAY) != null;
    }
}
