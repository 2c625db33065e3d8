package org.laurel.programs.catalogue.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.catalogue.db.PathwayStore;
import org.laurel.programs.catalogue.db.PathwayStore.Stored;
import org.laurel.programs.catalogue.domain.Removal;
import org.laurel.programs.catalogue.domain.Remove;
import org.laurel.programs.evaluation.domain.AwardingBasis;

/** Deletes pathways that no program leads to and no learner has used; their history stays. */
@ApplicationScoped
public class PathwayRemoval {

    private final KeyLocks locks;
    private final PathwayStore pathways;

    PathwayRemoval(KeyLocks locks, PathwayStore pathways) {
        this.locks = locks;
        this.pathways = pathways;
    }

    /** Deletes pathways, each uuid at most once in a call, and returns what became of each. */
    @Transactional
    public List<Removal> apply(List<Remove> commands) {
        locks.change(List.of(PathwayKeeping.PATHWAYS));
        locks.hold(List.of(AwardingBasis.KEY));
        List<UUID> uuids = commands.stream().map(Remove::uuid).toList();
        Map<UUID, Stored> stored = pathways.load(uuids);
        Map<UUID, String> used = pathways.used(uuids);
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
        pathways.delete(removed);
        return results;
    }
}
