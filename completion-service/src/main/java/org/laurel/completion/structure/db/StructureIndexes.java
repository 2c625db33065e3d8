package org.laurel.completion.structure.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurel.completion.structure.domain.StructureIndex;
import org.laurel.events.key.CourseKey;

/**
 * The indexes of the newest structures. A stored structure never changes, so its index is kept in memory until the space is
 * needed; which structure is the newest is asked each time.
 */
@ApplicationScoped
public class StructureIndexes {

    /** Indexes of structures with this many blocks altogether stay in memory: some 40 MB. */
    private static final int MOST_BLOCKS = 200_000;

    private final StructureStore structures;
    private final Map<Long, StructureIndex> known = new LinkedHashMap<>(16, 0.75f, true);
    private long blocks;

    StructureIndexes(StructureStore structures) {
        this.structures = structures;
    }

    /** The indexes that count now; course runs without a structure are left out. One statement when all are in memory. */
    public Map<CourseKey, StructureIndex> newest(Collection<CourseKey> courseKeys) {
        Map<CourseKey, Long> ids = structures.newestIds(courseKeys);
        Map<Long, StructureIndex> byId = inMemory(ids.values());
        List<Long> missing =
                ids.values().stream().filter(id -> !byId.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            structures.load(missing).forEach((id, structure) -> byId.put(id, keep(StructureIndex.of(id, structure))));
        }
        Map<CourseKey, StructureIndex> indexes = new HashMap<>();
        ids.forEach(
                (courseKey, id) -> Optional.ofNullable(byId.get(id)).ifPresent(index -> indexes.put(courseKey, index)));
        return indexes;
    }

    private synchronized Map<Long, StructureIndex> inMemory(Collection<Long> ids) {
        Map<Long, StructureIndex> found = new HashMap<>();
        for (Long id : ids) {
            Optional.ofNullable(known.get(id)).ifPresent(index -> found.put(id, index));
        }
        return found;
    }

    private synchronized StructureIndex keep(StructureIndex index) {
        if (known.putIfAbsent(index.id(), index) == null) {
            blocks += index.size();
        }
        Iterator<StructureIndex> oldest = known.values().iterator();
        while (blocks > MOST_BLOCKS && oldest.hasNext()) {
            blocks -= oldest.next().size();
            oldest.remove();
        }
        return index;
    }
}
