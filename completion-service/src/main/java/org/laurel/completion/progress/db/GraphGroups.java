package org.laurel.completion.progress.db;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Parts what needs graphs, so that the graphs of each part fit into memory together. */
final class GraphGroups {

    private GraphGroups() {}

    /**
     * Puts into one group what needs the same graph, and as many graphs as have so many blocks together, one in any case.
     *
     * @param graph which one an item needs, null for none
     * @param blocks of the graph that an item needs
     */
    static <T, K> List<List<T>> of(
            Collection<T> items, Function<T, @Nullable K> graph, ToLongFunction<T> blocks, long most) {
        Map<@Nullable K, List<T>> byGraph = new LinkedHashMap<>();
        items.forEach(item -> byGraph.computeIfAbsent(graph.apply(item), first -> new ArrayList<>())
                .add(item));
        List<List<T>> groups = new ArrayList<>();
        long sum = 0;
        for (List<T> next : byGraph.values()) {
            long more = blocks.applyAsLong(next.getFirst());
            if (groups.isEmpty() || sum + more > most) {
                groups.add(new ArrayList<>());
                sum = 0;
            }
            groups.getLast().addAll(next);
            sum += more;
        }
        return groups;
    }
}
