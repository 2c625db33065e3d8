package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.retirement.RetiredPeople;
import org.laurel.programs.credential.app.CredentialOrdering.Placing;
import org.laurel.programs.credential.db.CredentialIndex;
import org.laurel.programs.credential.db.CredentialIndex.Indexed;
import org.laurel.programs.credential.db.CredentialOrderStore;
import org.laurel.programs.credential.domain.CredentialKey;
import org.laurel.programs.credential.domain.CredentialOrder;
import org.laurel.programs.credential.domain.DecideCredential;
import org.laurel.programs.credential.domain.Decided;

/** Lets staff and trusted systems decide about credentials that exist: award, revoke, or leave it to the certificates again. */
@ApplicationScoped
public class CredentialDeciding {

    private final KeyLocks locks;
    private final RetiredPeople retired;
    private final CredentialIndex index;
    private final CredentialOrderStore orders;
    private final CredentialOrdering ordering;

    CredentialDeciding(
            KeyLocks locks,
            RetiredPeople retired,
            CredentialIndex index,
            CredentialOrderStore orders,
            CredentialOrdering ordering) {
        this.locks = locks;
        this.retired = retired;
        this.index = index;
        this.orders = orders;
        this.ordering = ordering;
    }

    /**
     * Decides, and brings the credentials and what depends on them in line at once. Of several decisions about one credential
     * the last holds. The reason of a decision about somebody who has left is not kept: it may tell of the person.
     *
     * @return what became of each command, in their order
     */
    @Transactional
    public List<Decided> apply(List<DecideCredential> commands) {
        Map<UUID, Indexed> known = index.find(
                commands.stream().map(DecideCredential::credentialUuid).toList());
        Set<LearnerId> learners =
                known.values().stream().map(found -> found.key().learnerId()).collect(Collectors.toSet());
        locks.lock(learners.stream().map(LearnerId::value).toList());
        Set<LearnerId> gone = retired.retired(learners);
        Map<CredentialKey, CredentialOrder> stored =
                orders.load(known.values().stream().map(Indexed::key).toList());
        List<Decided> results = new ArrayList<>();
        List<Placing> placings = new ArrayList<>();
        for (DecideCredential asked : commands) {
            @Nullable Indexed found = known.get(asked.credentialUuid());
            DecideCredential command =
                    found != null && gone.contains(found.key().learnerId()) ? asked.withoutReason() : asked;
            Decided result = result(command, found, found == null ? null : stored.get(found.key()));
            results.add(result);
            if (found != null && result == Decided.CHANGED) {
                placings.add(new Placing(found.key(), command.status(), found.mode(), command.cause()));
            }
        }
        ordering.place(placings);
        return results;
    }

    private static Decided result(DecideCredential command, @Nullable Indexed found, @Nullable CredentialOrder order) {
        if (found == null) {
            return Decided.NO_CREDENTIAL;
        }
        boolean holds = order != null && order.decision().holds();
        if (command.status() == null && !holds) {
            return Decided.NO_DECISION;
        }
        Long expected = command.expectedVersion();
        if (expected != null && (order == null || order.version() != expected)) {
            return Decided.OTHER_VERSION;
        }
        return order != null && order.isSaidBy(command.status(), command.cause()) ? Decided.UNCHANGED : Decided.CHANGED;
    }
}
