package org.laurel.programs.catalogue.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.catalogue.db.PathwayStore;
import org.laurel.programs.catalogue.db.PathwayStore.Stored;
import org.laurel.programs.catalogue.db.PathwayStore.Written;
import org.laurel.programs.catalogue.domain.Keeping;
import org.laurel.programs.catalogue.domain.Pathway;
import org.laurel.programs.catalogue.domain.PutPathway;

/** Creates and replaces pathways. A pathway keeps its number, and no other ever gets it. */
@ApplicationScoped
public class PathwayKeeping {

    /**
     * Held exclusively by whoever writes pathways, whose numbers are taken one after another; held by everybody who acts on a
     * pathway that must not change meanwhile.
     */
    public static final String PATHWAYS = "pathways";

    private final KeyLocks locks;
    private final PathwayStore pathways;
    private final Clock clock;

    PathwayKeeping(KeyLocks locks, PathwayStore pathways, Clock clock) {
        this.locks = locks;
        this.pathways = pathways;
        this.clock = clock;
    }

    /** Keeps pathways, each uuid at most once in a call, and returns what became of each. */
    @Transactional
    public List<Keeping> apply(List<PutPathway> commands) {
        locks.change(List.of(PATHWAYS));
        Set<UUID> uuids =
                commands.stream().map(command -> command.pathway().uuid()).collect(Collectors.toSet());
        Map<UUID, Stored> stored = pathways.load(uuids);
        Map<UUID, Long> versions = pathways.lastVersions(uuids);
        Map<Long, UUID> owners = new HashMap<>(pathways.owners(
                commands.stream().map(command -> command.pathway().id()).toList()));
        long highest = Math.max(
                pathways.highestId(),
                commands.stream()
                        .mapToLong(command -> command.pathway().id())
                        .max()
                        .orElse(0));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Keeping> results = new ArrayList<>();
        List<Written> written = new ArrayList<>();
        for (PutPathway command : commands) {
            Pathway asked = command.pathway();
            @Nullable Stored known = stored.get(asked.uuid());
            long id = asked.id() > 0
                    ? asked.id()
                    : known == null ? highest + 1 : known.pathway().id();
            Keeping result = refusal(id, asked, known, owners);
            if (result == null) {
                result = Keeping.decide(
                        known == null ? null : known.version(),
                        known != null && known.pathway().equals(asked.numbered(id)),
                        versions.getOrDefault(asked.uuid(), 0L),
                        command.expected(),
                        now);
            }
            if (result instanceof Keeping.Change change) {
                highest = Math.max(highest, id);
                owners.put(id, asked.uuid());
                written.add(
                        new Written(new PutPathway(asked.numbered(id), command.expected(), command.cause()), change));
            }
            results.add(result);
        }
        pathways.save(written);
        return results;
    }

    private static @Nullable Keeping refusal(long id, Pathway asked, @Nullable Stored known, Map<Long, UUID> owners) {
        if (known != null && known.pathway().id() != id) {
            return new Keeping.Refused(
                    "pathway_id_fixed",
                    "The pathway has the id " + known.pathway().id() + " and keeps it.");
        }
        UUID owner = owners.getOrDefault(id, asked.uuid());
        return owner.equals(asked.uuid())
                ? null
                : new Keeping.Refused(
                        "pathway_id_taken", "Another pathway, " + owner + ", has or had the id " + id + ".");
    }
}
