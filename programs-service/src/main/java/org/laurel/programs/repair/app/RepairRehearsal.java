package org.laurel.programs.repair.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.programs.credential.app.CredentialRepairing;
import org.laurel.programs.credential.domain.RepairLearner;
import org.laurel.programs.credential.domain.Repaired;

/** Finds out what a repair would do, by doing it in a transaction that always rolls back. */
@ApplicationScoped
class RepairRehearsal {

    private final CredentialRepairing repairing;
    private final TransactionSynchronizationRegistry transaction;

    RepairRehearsal(CredentialRepairing repairing, TransactionSynchronizationRegistry transaction) {
        this.repairing = repairing;
        this.transaction = transaction;
    }

    /** What would come out for each credential. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Repaired> apply(List<RepairLearner> commands) {
        List<Repaired> would = repairing.apply(commands);
        transaction.setRollbackOnly();
        return would;
    }
}
