package org.laurel.completion.structure.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.domain.BlockTypes;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.completion.structure.domain.Profile;
import org.laurel.events.key.CourseKey;

/**
 * The graphs of stored structures and what visibility profiles see of them. Neither ever changes, so both are kept in memory
 * until the space is needed; which structure is the newest is asked each time.
 */
@ApplicationScoped
public class CourseGraphs {

    /** Graphs of structures with this many blocks altogether stay in memory: some 60 MB. */
    private static final int MOST_BLOCKS = 200_000;

    /** Views of this many blocks altogether stay in memory: some 20 MB. */
    private static final int MOST_VIEWED = 2_000_000;

    private final StructureStore structures;
    private final BlockTypesStore types;
    private final Kept<GraphKey, CourseGraph> graphs = new Kept<>(MOST_BLOCKS);
    private final Kept<Profile, CourseView> views = new Kept<>(MOST_VIEWED);

    CourseGraphs(StructureStore structures, BlockTypesStore types) {
        this.structures = structures;
        this.types = types;
    }

    /**
     * Which graph.
     *
     * @param structureId of the stored structure
     * @param typesVersion of the registry of block types
     */
    public record GraphKey(long structureId, long typesVersion) {}

    /** Graphs by key. No statement when all are in memory, otherwise one, and one for a new version of the registry. */
    public Map<GraphKey, CourseGraph> graphs(Collection<GraphKey> keys) {
        Map<GraphKey, CourseGraph> found = new HashMap<>();
        for (GraphKey key : keys) {
            CourseGraph graph = graphs.get(key);
            if (graph != null) {
                found.put(key, graph);
            }
        }
        List<GraphKey> missing =
                keys.stream().distinct().filter(key -> !found.containsKey(key)).toList();
        if (!missing.isEmpty()) {
            var loaded =
                    structures.load(missing.stream().map(GraphKey::structureId).toList());
            for (GraphKey key : missing) {
                var structure = loaded.get(key.structureId());
                if (structure != null) {
                    BlockTypes registry = types.version(key.typesVersion());
                    CourseGraph graph = CourseGraph.of(key.structureId(), structure, registry);
                    found.put(key, graphs.keep(key, graph, graph.size()));
                }
            }
        }
        return found;
    }

    /** The graph that counts now, empty when no structure was published; two statements when it is in memory. */
    public Optional<CourseGraph> newest(CourseKey courseKey) {
        return structures
                .newestId(courseKey)
                .map(id -> new GraphKey(id, types.newestVersion()))
                .map(key -> graphs(List.of(key)).get(key));
    }

    /** What a profile sees of its graph. */
    public CourseView view(CourseGraph graph, Profile profile) {
        CourseView view = views.get(profile);
        return view == null
                ? views.keep(
                        profile, CourseView.of(graph, profile), graph.nodes().size())
                : view;
    }

    /** Values in memory, the most recently used ones, up to a total weight. */
    private static final class Kept<K, V> {

        private record Weighed<V>(V value, int weight) {}

        private final long most;
        private final Map<K, Weighed<V>> known = new LinkedHashMap<>(16, 0.75f, true);
        private long weight;

        Kept(long most) {
            this.most = most;
        }

        synchronized @Nullable V get(K key) {
            Weighed<V> value = known.get(key);
            return value == null ? null : value.value();
        }

        synchronized V keep(K key, V value, int weightOfValue) {
            Weighed<V> before = known.putIfAbsent(key, new Weighed<>(value, weightOfValue));
            if (before != null) {
                return before.value();
            }
            weight += weightOfValue;
            Iterator<Weighed<V>> oldest = known.values().iterator();
            while (weight > most && known.size() > 1) {
                weight -= oldest.next().weight();
                oldest.remove();
            }
            return value;
        }
    }
}
