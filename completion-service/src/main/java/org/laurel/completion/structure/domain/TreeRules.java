package org.laurel.completion.structure.domain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The rules of a structure's shape: no cycle, no extreme depth, and no more ways from the root to blocks than sums can hold.
 * A block counts once for each way, and ways multiply, so a small document could otherwise stand for any number of blocks.
 */
final class TreeRules {

    private static final int MOST_LEVELS = 50;
    private static final long MOST_WAYS = 200_000;

    private final Map<String, StructureBlock> blocks = new HashMap<>();
    private final Map<String, Integer> parents = new HashMap<>();
    private final Map<String, Integer> levels = new HashMap<>();
    private final Map<String, Long> ways = new HashMap<>();
    private final Deque<StructureBlock> ready = new ArrayDeque<>();

    private TreeRules(CourseStructure structure) {
        for (StructureBlock block : structure.blocks()) {
            blocks.put(block.blockKey(), block);
            block.children().forEach(child -> parents.merge(child, 1, Integer::sum));
        }
        structure.blocks().stream()
                .filter(block -> !parents.containsKey(block.blockKey()))
                .forEach(ready::add);
        ways.put(structure.root(), 1L);
    }

    /** Checks a structure whose children are all there. */
    static void check(CourseStructure structure, Violations found) {
        TreeRules rules = new TreeRules(structure);
        rules.descend();
        if (rules.parents.values().stream().anyMatch(waiting -> waiting > 0)) {
            found.add("blocks", "has a cycle");
            return;
        }
        found.addIf(
                rules.levels.values().stream().anyMatch(level -> level >= MOST_LEVELS),
                "blocks",
                "is deeper than 50 levels");
        found.addIf(rules.totalWays() > MOST_WAYS, "blocks", "has more than 200,000 ways from the root to blocks");
    }

    /** Visits each block after all its parents; blocks on a cycle are never reached. */
    private void descend() {
        while (!ready.isEmpty()) {
            StructureBlock block = ready.remove();
            int level = levels.getOrDefault(block.blockKey(), 0);
            long waysHere = ways.getOrDefault(block.blockKey(), 0L);
            for (String child : block.children()) {
                levels.merge(child, level + 1, Math::max);
                ways.merge(child, waysHere, (a, b) -> Math.min(a + b, MOST_WAYS + 1));
                if (parents.merge(child, -1, Integer::sum) == 0) {
                    StructureBlock next = blocks.get(child);
                    if (next != null) {
                        ready.add(next);
                    }
                }
            }
        }
    }

    private long totalWays() {
        return ways.values().stream().mapToLong(Long::longValue).sum();
    }
}
