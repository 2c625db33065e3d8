package org.laurel.completion.progress.domain;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laurel.completion.structure.domain.CompletionMode;
import org.laurel.completion.structure.domain.CourseStructure;
import org.laurel.completion.structure.domain.StructureBlock;

/** The sums by walking the whole tree, as slow and plain as possible. */
record FullWalk(Map<String, StructureBlock> blocks, Map<String, Long> values) {

    static FullWalk of(CourseStructure structure, Map<String, Long> values) {
        return new FullWalk(
                structure.blocks().stream().collect(Collectors.toMap(StructureBlock::blockKey, Function.identity())),
                values);
    }

    Tally tally(String blockKey) {
        StructureBlock block = Objects.requireNonNull(blocks.get(blockKey));
        if (block.optional() || block.staffOnly() || block.mode() == CompletionMode.EXCLUDED) {
            return new Tally(0, 0);
        }
        if (block.mode() == CompletionMode.COMPLETABLE) {
            return new Tally(values.getOrDefault(blockKey, 0L), 1);
        }
        long earned = 0;
        long possible = 0;
        for (String child : block.children()) {
            Tally below = tally(child);
            earned += below.earned();
            possible += below.possible();
        }
        return new Tally(earned, possible);
    }
}
