package org.laurel.completion.structure.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Builds the index of one structure in time proportional to its edges. Blocks below one parent share one list, so a course of
 * ten thousand blocks needs hardly more lists than it has verticals.
 */
final class IndexBuilding {

    private final CourseStructure structure;
    private final Map<String, StructureBlock> blocks = new HashMap<>();
    private final Map<String, StructureBlock> visited = new LinkedHashMap<>();
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final Map<String, List<List<Share>>> fromParents = new HashMap<>();
    private final Map<String, Integer> waiting = new HashMap<>();

    IndexBuilding(CourseStructure structure) {
        this.structure = structure;
        structure.blocks().forEach(block -> blocks.put(block.blockKey(), block));
    }

    StructureIndex index(long id) {
        visitInCourseOrder();
        Map<String, List<Share>> shares = descend();
        long[] possible = new long[positions.size()];
        shares.values().forEach(list -> list.forEach(share -> possible[share.position()] += share.ways()));
        List<Aggregate> aggregates = new ArrayList<>(possible.length);
        positions.forEach((key, position) -> aggregates.add(
                new Aggregate(key, Objects.requireNonNull(blocks.get(key)).type(), possible[position])));
        return new StructureIndex(
                id, structure.occurredAt(), structure.blocks().size(), List.copyOf(aggregates), Map.copyOf(shares));
    }

    /** Finds the blocks that count, in the order in which a reader of the course meets them first. */
    private void visitInCourseOrder() {
        Deque<StructureBlock> open = new ArrayDeque<>();
        open.push(Objects.requireNonNull(blocks.get(structure.root())));
        while (!open.isEmpty()) {
            StructureBlock block = open.pop();
            if (visited.putIfAbsent(block.blockKey(), block) != null) {
                continue;
            }
            if (block.keepsSum()) {
                positions.put(block.blockKey(), positions.size());
            }
            List<StructureBlock> below = below(block);
            below.forEach(child -> waiting.merge(child.blockKey(), 1, Integer::sum));
            below.reversed().forEach(open::push);
        }
    }

    /** Hands the shares down from parents to children, each block after all its parents. */
    private Map<String, List<Share>> descend() {
        Map<String, List<Share>> leaves = new LinkedHashMap<>();
        Deque<StructureBlock> ready = new ArrayDeque<>();
        ready.add(Objects.requireNonNull(visited.get(structure.root())));
        while (!ready.isEmpty()) {
            StructureBlock block = ready.remove();
            List<Share> above = merged(fromParents.getOrDefault(block.blockKey(), List.of()));
            if (block.mode() == CompletionMode.COMPLETABLE) {
                leaves.put(block.blockKey(), above);
                continue;
            }
            List<Share> handedDown = withSelf(block, above);
            for (StructureBlock child : below(block)) {
                fromParents
                        .computeIfAbsent(child.blockKey(), key -> new ArrayList<>(1))
                        .add(handedDown);
                if (waiting.merge(child.blockKey(), -1, Integer::sum) == 0) {
                    ready.add(child);
                }
            }
        }
        return leaves;
    }

    private List<StructureBlock> below(StructureBlock block) {
        if (block.mode() != CompletionMode.AGGREGATOR) {
            return List.of();
        }
        return block.children().stream()
                .map(child -> Objects.requireNonNull(blocks.get(child)))
                .filter(StructureBlock::counts)
                .toList();
    }

    private List<Share> withSelf(StructureBlock block, List<Share> above) {
        Integer position = positions.get(block.blockKey());
        if (position == null) {
            return above;
        }
        List<Share> shares = new ArrayList<>(above);
        shares.add(new Share(position, 1));
        return List.copyOf(shares);
    }

    private static List<Share> merged(List<List<Share>> lists) {
        if (lists.size() == 1) {
            return lists.getFirst();
        }
        Map<Integer, Long> ways = new TreeMap<>();
        lists.forEach(list -> list.forEach(share -> ways.merge(share.position(), share.ways(), Long::sum)));
        List<Share> merged = new ArrayList<>(ways.size());
        ways.forEach((position, count) -> merged.add(new Share(position, count)));
        return List.copyOf(merged);
    }
}
