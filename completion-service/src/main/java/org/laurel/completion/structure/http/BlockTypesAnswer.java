package org.laurel.completion.structure.http;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.laurel.completion.structure.domain.BlockTypes;

/**
 * A registry of block types.
 *
 * @param version grows with every change, 0 before the first
 * @param types by name how they count
 * @param aggregated the aggregators whose sums are kept and told
 */
public record BlockTypesAnswer(long version, SortedMap<String, String> types, List<String> aggregated) {

    static BlockTypesAnswer of(BlockTypes types) {
        return new BlockTypesAnswer(
                types.version(),
                words(types),
                types.aggregated().stream().sorted().toList());
    }

    private static SortedMap<String, String> words(BlockTypes types) {
        SortedMap<String, String> words = new TreeMap<>();
        types.modes().forEach((type, mode) -> words.put(type, mode.word()));
        return words;
    }
}
