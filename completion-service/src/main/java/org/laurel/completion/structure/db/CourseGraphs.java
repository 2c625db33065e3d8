package org.laurel.completion.structure.db;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.completion.structure.domain.Profile;
import org.laurel.completion.structure.domain.ViewChange;
import org.laurel.events.key.CourseKey;

/**
 * The graphs of stored structures and what visibility profiles see of them. Neither ever changes, so both are kept in memory
 * until the space is needed; which structure is the newest is asked each time.
 */
@ApplicationScoped
public class CourseGraphs {

    /** More blocks than this are not looked up one by one. */
    private static final int MOST_CHANGES = 200;

    /** Changes between so many pairs of profiles stay in memory. */
    private static final int PAIRS = 256;

    private record Pair(Profile before, Profile after) {}

    private final StructureStore structures;
    private final BlockTypesStore types;
    private final KeptGraphs kept = new KeptGraphs(KeptGraphs.quarterOfTheHeap());
    private final Counter loads;
    private final Map<Pair, Optional<ViewChange>> changes =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Pair, Optional<ViewChange>> eldest) {
                    return size() > PAIRS;
                }
            });

    CourseGraphs(StructureStore structures, BlockTypesStore types, MeterRegistry registry) {
        this.structures = structures;
        this.types = types;
        this.loads = registry.counter("laurel.completion.structures.loaded");
    }

    /**
     * Which graph.
     *
     * @param structureId of the stored structure
     * @param typesVersion of the registry of block types
     */
    public record GraphKey(long structureId, long typesVersion) {}

    /** Graphs by key. One statement for each that is not in memory, and one for a new version of the registry. */
    public Map<GraphKey, CourseGraph> graphs(Collection<GraphKey> keys) {
        Map<GraphKey, CourseGraph> found = new HashMap<>();
        for (GraphKey key : keys) {
            found.put(key, kept.graph(key, this::load));
        }
        return found;
    }

    /** The graph that counts now, empty when no structure was published; two statements when it is in memory. */
    public Optional<CourseGraph> newest(CourseKey courseKey) {
        return structures
                .newestId(courseKey)
                .map(id -> new GraphKey(id, types.newestVersion()))
                .map(key -> kept.graph(key, this::load));
    }

    private CourseGraph load(GraphKey key) {
        loads.increment();
        var structure = structures.load(List.of(key.structureId())).get(key.structureId());
        if (structure == null) {
            throw new IllegalStateException("structure " + key.structureId() + " is gone");
        }
        return CourseGraph.of(key.structureId(), structure, types.version(key.typesVersion()));
    }

    /** The graph by which a profile was made. */
    public CourseGraph of(Profile profile) {
        return kept.graph(new GraphKey(profile.structureId(), profile.typesVersion()), this::load);
    }

    /** What differs between what two profiles see; empty when that is so much that sums are better added up from nothing. */
    public Optional<ViewChange> change(Profile before, Profile after) {
        if (before.equals(after)) {
            return Optional.of(ViewChange.NONE);
        }
        Pair pair = new Pair(before, after);
        Optional<ViewChange> known = changes.get(pair);
        if (known == null) {
            // Without the lock of the map, because a graph may have to be loaded.
            ViewChange change = ViewChange.between(view(of(before), before), view(of(after), after));
            known = change.size() > MOST_CHANGES ? Optional.empty() : Optional.of(change);
            changes.put(pair, known);
        }
        return known;
    }

    /** What a profile sees of its graph. */
    public CourseView view(CourseGraph graph, Profile profile) {
        GraphKey key = new GraphKey(profile.structureId(), profile.typesVersion());
        return kept.view(key, profile, graph);
    }
}
