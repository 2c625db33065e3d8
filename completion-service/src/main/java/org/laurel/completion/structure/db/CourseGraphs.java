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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.laurel.completion.structure.domain.BlockTypes;
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

    /**
     * Graphs by key. One statement for all that are not in memory, more when they have more than 50,000 blocks together, and one
     * for a new version of the registry.
     */
    public Map<GraphKey, CourseGraph> graphs(Collection<GraphKey> keys) {
        return kept.graphs(keys, this::load);
    }

    /**
     * The graph that counts now, empty when no structure was published; one statement when it is in memory. To be called in a transaction,
     * so that whoever loads a graph for others has a connection before they wait.
     */
    public Optional<CourseGraph> newest(CourseKey courseKey) {
        return newestKey(courseKey).map(this::graph);
    }

    /** How many blocks the graphs that are in use at a time may have together. */
    public long mostBlocks() {
        return KeptGraphs.quarterOfTheHeap() / KeptGraphs.BYTES_OF_BLOCK;
    }

    /** Which graph counts now, empty when no structure was published; one statement. */
    public Optional<GraphKey> newestKey(CourseKey courseKey) {
        return structures.newestKey(courseKey);
    }

    private CourseGraph graph(GraphKey key) {
        return Objects.requireNonNull(graphs(List.of(key)).get(key));
    }

    private Map<GraphKey, CourseGraph> load(List<GraphKey> keys) {
        loads.increment(keys.size());
        Map<Long, List<GraphKey>> byStructure = keys.stream().collect(Collectors.groupingBy(GraphKey::structureId));
        Map<Long, BlockTypes> registries = new HashMap<>();
        keys.forEach(key -> registries.computeIfAbsent(key.typesVersion(), types::version));
        Map<GraphKey, CourseGraph> loaded = new HashMap<>();
        structures.each(
                byStructure.keySet(),
                (id, structure) -> Objects.requireNonNull(byStructure.get(id))
                        .forEach(key -> loaded.put(
                                key,
                                CourseGraph.of(
                                        id, structure, Objects.requireNonNull(registries.get(key.typesVersion()))))));
        return loaded;
    }

    /** The graph by which a profile was made. */
    public CourseGraph of(Profile profile) {
        return graph(new GraphKey(profile.structureId(), profile.typesVersion()));
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
