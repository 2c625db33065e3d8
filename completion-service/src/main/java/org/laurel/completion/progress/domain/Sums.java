package org.laurel.completion.progress.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.laurel.completion.structure.domain.Share;
import org.laurel.completion.structure.domain.StructureIndex;

/** Sums by aggregated block, in {@link Units}; blocks that are not there have 0. */
public final class Sums {

    private Sums() {}

    /** Adds up completions from nothing: costs their number times the depth of the course. */
    public static Map<String, Long> of(StructureIndex index, Collection<BlockCompletion> completions) {
        Map<String, Long> sums = new HashMap<>();
        completions.forEach(one -> add(sums, index, one.blockKey(), one.units()));
        return sums;
    }

    /** Adds an amount of a block to every sum that the block enters. */
    static void add(Map<String, Long> sums, StructureIndex index, String blockKey, long units) {
        if (units != 0) {
            for (Share share : index.sharesOf(blockKey)) {
                sums.merge(index.aggregate(share).blockKey(), units * share.ways(), Long::sum);
            }
        }
    }
}
