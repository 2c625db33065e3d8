package org.laurel.enrollment.learner.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.enrollment.learner.db.AddressTable;
import org.laurel.enrollment.learner.domain.Identified;
import org.laurel.kit.lock.KeyLocks;

/**
 * Keeps email addresses with whoever has them while something is to wait for them: a permission to enroll, a cohort. Who lets it
 * wait and who comes to have the address each write a row and look for the other's: they wait for one another, so the later of
 * them sees what the earlier has done.
 *
 * <p>Learners are locked before addresses, here as by those who come. Somebody who came in between is not locked yet and may be
 * waiting for an address, so the addresses are freed before that learner is locked.
 */
@ApplicationScoped
public class AddressKeeping {

    private final KeyLocks locks;
    private final AddressTable addresses;

    AddressKeeping(KeyLocks locks, AddressTable addresses) {
        this.locks = locks;
        this.addresses = addresses;
    }

    /**
     * Locks these addresses and the learners who have them until the end of the transaction, and returns the learners by the
     * addresses as they were given. Whoever takes one of them on, or becomes active, does so before or after. Nothing but
     * learners may be locked before.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, Identified> apply(List<String> emails) {
        if (emails.isEmpty()) {
            return Map.of();
        }
        List<String> subjects = addresses.locks(emails);
        Set<String> learners = new HashSet<>(keys(addresses.holders(emails).values()));
        while (true) {
            locks.lock(learners);
            addresses.mark();
            locks.change(subjects);
            Map<String, Identified> holders = addresses.holders(emails);
            if (!learners.addAll(keys(holders.values()))) {
                return holders;
            }
            addresses.free();
        }
    }

    private static Set<String> keys(Collection<Identified> holders) {
        return holders.stream().map(holder -> holder.id().value()).collect(Collectors.toSet());
    }
}
