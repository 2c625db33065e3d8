package org.laurel.completion.structure.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Builds the graph of one structure in time proportional to its edges. */
final class GraphBuilding {

    private final CourseStructure structure;
    private final BlockTypes types;
    private final Map<String, StructureBlock> blocks = new HashMap<>();
    private final List<StructureBlock> finished = new ArrayList<>();
    private final Map<String, Integer> courseOrder = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    GraphBuilding(CourseStructure structure, BlockTypes types) {
        this.structure = structure;
        this.types = types;
        structure.blocks().forEach(block -> blocks.put(block.blockKey(), block));
    }

    CourseGraph graph(long id) {
        visit(block(structure.root()));
        List<StructureBlock> ordered = finished.reversed();
        for (StructureBlock block : ordered) {
            numbers.put(block.blockKey(), numbers.size());
        }
        List<CourseGraph.Node> nodes = nodes(ordered);
        return new CourseGraph(
                id,
                types,
                types.since().isAfter(structure.occurredAt()) ? types.since() : structure.occurredAt(),
                structure.blocks().size(),
                nodes,
                Map.copyOf(numbers),
                aggregates(ordered),
                releases(nodes),
                groups(nodes),
                others());
    }

    /** Visits a block and what counts below it. A structure has at most 50 levels, so the stack does not matter. */
    private void visit(StructureBlock block) {
        if (courseOrder.putIfAbsent(block.blockKey(), courseOrder.size()) != null) {
            return;
        }
        below(block).forEach(this::visit);
        finished.add(block);
    }

    private List<StructureBlock> below(StructureBlock block) {
        if (types.modeOf(block) != CompletionMode.AGGREGATOR) {
            return List.of();
        }
        return block.children().stream()
                .map(this::block)
                .filter(child -> types.modeOf(child) != CompletionMode.EXCLUDED)
                .toList();
    }

    private List<CourseGraph.Node> nodes(List<StructureBlock> ordered) {
        List<int[]> children =
                ordered.stream().map(block -> numbersOf(below(block))).toList();
        List<List<Integer>> parents = new ArrayList<>(ordered.size());
        ordered.forEach(block -> parents.add(new ArrayList<>(1)));
        for (int number = 0; number < ordered.size(); number++) {
            for (int child : children.get(number)) {
                parents.get(child).add(number);
            }
        }
        List<CourseGraph.Node> nodes = new ArrayList<>(ordered.size());
        for (int number = 0; number < ordered.size(); number++) {
            StructureBlock block = ordered.get(number);
            nodes.add(new CourseGraph.Node(
                    block.blockKey(),
                    block.type(),
                    types.keepsSum(block) ? block.displayName() : null,
                    types.modeOf(block) == CompletionMode.COMPLETABLE,
                    types.keepsSum(block),
                    block.optional() || isReachedByOptionalOnly(parents.get(number), nodes),
                    Restriction.of(block),
                    parents.get(number).stream().mapToInt(Integer::intValue).toArray(),
                    children.get(number)));
        }
        return List.copyOf(nodes);
    }

    /** Optional is inherited: what hangs below optional blocks only is optional itself. */
    private static boolean isReachedByOptionalOnly(List<Integer> parents, List<CourseGraph.Node> above) {
        return !parents.isEmpty()
                && parents.stream().allMatch(parent -> above.get(parent).optional());
    }

    private List<Integer> aggregates(List<StructureBlock> ordered) {
        return ordered.stream()
                .filter(types::keepsSum)
                .sorted(Comparator.comparing(block -> courseOrder.get(block.blockKey())))
                .map(this::number)
                .toList();
    }

    private static List<Instant> releases(List<CourseGraph.Node> nodes) {
        Set<Instant> times = new TreeSet<>();
        for (CourseGraph.Node node : nodes) {
            Restriction restriction = node.restriction();
            if (restriction != null && !restriction.staffOnly() && restriction.releaseAt() != null) {
                times.add(restriction.releaseAt());
            }
        }
        return List.copyOf(times);
    }

    private static Set<String> groups(List<CourseGraph.Node> nodes) {
        Set<String> groups = new HashSet<>();
        for (CourseGraph.Node node : nodes) {
            @Nullable Restriction restriction = node.restriction();
            if (restriction != null && restriction.groups() != null) {
                groups.addAll(restriction.groups());
            }
        }
        return Set.copyOf(groups);
    }

    private Set<String> others() {
        Set<String> others = new HashSet<>(blocks.keySet());
        others.removeAll(numbers.keySet());
        return Set.copyOf(others);
    }

    private int[] numbersOf(List<StructureBlock> list) {
        return list.stream().mapToInt(this::number).toArray();
    }

    private int number(StructureBlock block) {
        return Objects.requireNonNull(numbers.get(block.blockKey()));
    }

    private StructureBlock block(String key) {
        return Objects.requireNonNull(blocks.get(key));
    }
}
