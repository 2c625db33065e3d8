package org.laurel.enrollment.importing.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.enrollment.importing.db.ImportRows.Outcome;
import org.laurel.enrollment.importing.db.ImportRows.Staged;

/** Finds out what would become of rows: works them off in a transaction that always rolls back. */
@ApplicationScoped
class RowTrial {

    private final TransactionSynchronizationRegistry transaction;

    RowTrial(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Outcome> apply(RowWork work, RowWork.Order order, List<Staged> rows) {
        List<Outcome> outcomes = work.work(order, rows);
        transaction.setRollbackOnly();
        return outcomes;
    }
}
