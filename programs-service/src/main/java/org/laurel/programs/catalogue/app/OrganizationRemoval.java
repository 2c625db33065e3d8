package org.laurel.programs.catalogue.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.catalogue.db.OrganizationStore;
import org.laurel.programs.catalogue.db.OrganizationStore.Stored;
import org.laurel.programs.catalogue.domain.Removal;
import org.laurel.programs.catalogue.domain.Remove;
import org.laurel.programs.evaluation.domain.AwardingBasis;

/** Deletes organisations that no program names as author; their history stays. */
@ApplicationScoped
public class OrganizationRemoval {

    private final KeyLocks locks;
    private final OrganizationStore organizations;

    OrganizationRemoval(KeyLocks locks, OrganizationStore organizations) {
        this.locks = locks;
        this.organizations = organizations;
    }

    /** Deletes organisations, each uuid at most once in a call, and returns what became of each. */
    @Transactional
    public List<Removal> apply(List<Remove> commands) {
        locks.change(List.of(OrganizationKeeping.ORGANIZATIONS));
        locks.hold(List.of(AwardingBasis.KEY));
        List<UUID> uuids = commands.stream().map(Remove::uuid).toList();
        Map<UUID, Stored> stored = organizations.load(uuids);
        Map<UUID, String> used = organizations.used(uuids);
        List<Removal> results = new ArrayList<>();
        List<Remove> removed = new ArrayList<>();
        for (Remove command : commands) {
            @Nullable Stored known = stored.get(command.uuid());
            Removal result = Removal.decide(
                    known == null ? null : known.version().version(), command.expected(), used.get(command.uuid()));
            if (result instanceof Removal.Removed) {
                removed.add(command);
            }
            results.add(result);
        }
        organizations.delete(removed);
        return results;
    }
}
