package org.laurel.completion.progress.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laurel.completion.structure.domain.BlockTypes;
import org.laurel.completion.structure.domain.CompletionMode;
import org.laurel.completion.structure.domain.CourseStructure;
import org.laurel.completion.structure.domain.StructureBlock;
import org.laurel.completion.structure.domain.Viewer;

/** The sums by walking the whole tree as a viewer sees it, as slow and plain as possible. */
record FullWalk(
        Map<String, StructureBlock> blocks,
        String root,
        BlockTypes types,
        Viewer viewer,
        Instant now,
        Map<String, Long> values) {

    static FullWalk of(CourseStructure structure, Viewer viewer, Instant now, Map<String, Long> values) {
        return new FullWalk(
                structure.blocks().stream().collect(Collectors.toMap(StructureBlock::blockKey, Function.identity())),
                structure.root(),
                BlockTypes.USUAL,
                viewer,
                now,
                values);
    }

    /** The sum of a block to which the viewer gets. */
    Tally tally(String blockKey) {
        StructureBlock block = block(blockKey);
        if (!isOpen(block)) {
            return Tally.NONE;
        }
        Tally sum = Tally.NONE;
        if (types.modeOf(block) == CompletionMode.COMPLETABLE) {
            sum = new Tally(values.getOrDefault(blockKey, 0L), 1, 0, 0);
        } else {
            for (String child : block.children()) {
                if (leads(block, child)) {
                    Tally below = tally(child);
                    sum = new Tally(
                            sum.earned() + below.earned(),
                            sum.possible() + below.possible(),
                            sum.optionalEarned() + below.optionalEarned(),
                            sum.optionalPossible() + below.optionalPossible());
                }
            }
        }
        return isOptional(block)
                ? new Tally(0, 0, sum.earned() + sum.optionalEarned(), sum.possible() + sum.optionalPossible())
                : sum;
    }

    /** Whether the viewer gets from the root to a block. */
    boolean reaches(String blockKey) {
        if (blockKey.equals(root)) {
            return true;
        }
        return isOpen(block(blockKey))
                && blocks.values().stream()
                        .anyMatch(parent -> leads(parent, blockKey)
                                && isOpen(parent)
                                && types.modeOf(parent) == CompletionMode.AGGREGATOR
                                && reaches(parent.blockKey()));
    }

    private boolean leads(StructureBlock parent, String child) {
        Set<String> selected = viewer.assignments().selected().get(parent.blockKey());
        return parent.children().contains(child) && (selected == null || selected.contains(child));
    }

    private boolean isOpen(StructureBlock block) {
        if (types.modeOf(block) == CompletionMode.EXCLUDED) {
            return false;
        }
        if (viewer.staff()) {
            return true;
        }
        Instant own = viewer.assignments().releases().get(block.blockKey());
        Instant release = own == null ? block.releaseAt() : own;
        boolean released = release == null || !release.isAfter(now);
        boolean member = block.groups() == null
                || block.groups().stream().anyMatch(group -> viewer.groups().contains(group.toLowerCase(Locale.ROOT)));
        return released && member && !block.staffOnly();
    }

    /** By itself, or because each way to it is. */
    private boolean isOptional(StructureBlock block) {
        if (block.optional()) {
            return true;
        }
        var parents = blocks.values().stream()
                .filter(parent -> types.modeOf(parent) == CompletionMode.AGGREGATOR)
                .filter(parent -> parent.children().contains(block.blockKey()))
                .filter(this::isConnected)
                .toList();
        return !parents.isEmpty() && parents.stream().allMatch(this::isOptional);
    }

    /** Whether any way leads to the block, whoever may go it. */
    private boolean isConnected(StructureBlock block) {
        return block.blockKey().equals(root)
                || blocks.values().stream()
                        .filter(parent -> types.modeOf(parent) == CompletionMode.AGGREGATOR)
                        .filter(parent -> parent.children().contains(block.blockKey()))
                        .anyMatch(this::isConnected);
    }

    private StructureBlock block(String blockKey) {
        return Objects.requireNonNull(blocks.get(blockKey));
    }
}
