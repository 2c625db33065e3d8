package org.laurel.kit.consume;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.kit.sql.Sql;

/** Finds out whether records can be handled without handling them. */
@ApplicationScoped
class Rehearsal {

    private final Application application;
    private final Sql sql;
    private final TransactionSynchronizationRegistry transaction;

    Rehearsal(Application application, Sql sql, TransactionSynchronizationRegistry transaction) {
        this.application = application;
        this.sql = sql;
        this.transaction = transaction;
    }

    /**
     * Applies records in a transaction that always rolls back, with all checks that a commit would make.
     *
     * @throws RuntimeException whatever stands in the way of a commit
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void apply(List<ReadRecord<?>> records) {
        application.apply(records);
        sql.update("set constraints all immediate");
        transaction.setRollbackOnly();
    }
}
