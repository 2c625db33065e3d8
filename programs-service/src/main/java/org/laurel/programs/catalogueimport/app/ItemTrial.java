package org.laurel.programs.catalogueimport.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.kit.domain.Cause;
import org.laurel.programs.catalogueimport.db.ImportItems.Settled;
import org.laurel.programs.catalogueimport.db.ImportItems.Staged;

/** Finds out what would become of items: works them off in a transaction that always rolls back. */
@ApplicationScoped
class ItemTrial {

    private final ItemWork work;
    private final TransactionSynchronizationRegistry transaction;

    ItemTrial(ItemWork work, TransactionSynchronizationRegistry transaction) {
        this.work = work;
        this.transaction = transaction;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Settled> apply(Cause cause, List<Staged> items) {
        List<Settled> settled = work.work(cause, items);
        transaction.setRollbackOnly();
        return settled;
    }
}
