package org.laurel.completion.structure.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a structure must be like before it is taken in. */
public final class StructureRules {

    private static final int MOST_BLOCKS = 100_000;

    private StructureRules() {}

    /** The broken rules, at most twenty; empty for a structure that may be taken in. */
    public static List<Violation> violations(CourseStructure structure) {
        Violations found = new Violations();
        found.addIf(structure.version() < 0, "version", "must not be negative");
        found.addIf(!BlockRules.isCommonTime(structure.occurredAt()), "occurred_at", "is outside the years 1 to 9999");
        if (structure.blocks().size() > MOST_BLOCKS) {
            found.add("blocks", "has more than 100,000 items");
            return found.list();
        }
        Map<String, StructureBlock> blocks = checkBlocks(structure, found);
        checkRoot(blocks.get(structure.root()), found);
        if (found.isEmpty()) {
            checkOnlyCourse(structure, found);
        }
        checkChildren(structure.blocks(), blocks.keySet(), found);
        if (found.isEmpty()) {
            TreeRules.check(structure, found);
        }
        return found.list();
    }

    private static Map<String, StructureBlock> checkBlocks(CourseStructure structure, Violations found) {
        Map<String, StructureBlock> byKey = new HashMap<>();
        for (int i = 0; i < structure.blocks().size() && !found.isFull(); i++) {
            StructureBlock block = structure.blocks().get(i);
            BlockRules.check(block, "blocks[" + i + "]", structure.courseKey(), found);
            boolean repeated = byKey.putIfAbsent(block.blockKey(), block) != null;
            found.addIf(repeated, "blocks[" + i + "].block_key", "is there twice");
        }
        return byKey;
    }

    private static void checkRoot(@Nullable StructureBlock root, Violations found) {
        if (root == null) {
            found.add("root", "is none of the blocks");
        } else if (found.isEmpty()) {
            boolean aggregator =
                    root.completionMode() == null || root.completionMode().equals(CompletionMode.AGGREGATOR.word());
            boolean whole =
                    root.type().equals(BlockTypes.COURSE) && aggregator && !root.optional() && !root.staffOnly();
            found.addIf(!whole, "root", "is not a course block that counts");
        }
    }

    /** Whoever reads that a sum is of type course takes it to be the course run's. */
    private static void checkOnlyCourse(CourseStructure structure, Violations found) {
        for (int i = 0; i < structure.blocks().size(); i++) {
            StructureBlock block = structure.blocks().get(i);
            boolean second =
                    block.type().equals(BlockTypes.COURSE) && !block.blockKey().equals(structure.root());
            found.addIf(second, "blocks[" + i + "].type", "is for the root only");
        }
    }

    private static void checkChildren(List<StructureBlock> blocks, Set<String> known, Violations found) {
        for (int i = 0; i < blocks.size() && !found.isFull(); i++) {
            List<String> children = blocks.get(i).children();
            String path = "blocks[" + i + "].children";
            found.addIf(!known.containsAll(children), path, "names a block that is not there");
            found.addIf(new HashSet<>(children).size() < children.size(), path, "names a block twice");
        }
    }
}
