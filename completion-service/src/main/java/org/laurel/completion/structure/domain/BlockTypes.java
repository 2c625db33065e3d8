package org.laurel.completion.structure.domain;

import static org.laurel.completion.structure.domain.CompletionMode.AGGREGATOR;
import static org.laurel.completion.structure.domain.CompletionMode.COMPLETABLE;
import static org.laurel.completion.structure.domain.CompletionMode.EXCLUDED;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The registry of block types: how blocks of each type count, and of which types sums are kept and told (completion,
 * completion modes). What a block declares itself beats its type; a type that is not in the registry is excluded.
 *
 * @param version grows with every change of the registry; 0 for {@link #USUAL}
 * @param modes by type
 * @param aggregated the types whose sums are kept and told; all of them are aggregators, {@code course} is one of them
 * @param since when it came to hold, cut to microseconds
 */
public record BlockTypes(long version, Map<String, CompletionMode> modes, Set<String> aggregated, Instant since) {

    /** The type of the topmost block. */
    public static final String COURSE = "course";

    private static final List<String> AGGREGATORS = List.of(
            COURSE,
            "chapter",
            "sequential",
            "vertical",
            "library_content",
            "split_test",
            "conditional",
            "randomize",
            "wrapper");
    private static final List<String> COMPLETABLES = List.of(
            "problem",
            "html",
            "video",
            "poll",
            "poll_question",
            "survey",
            "word_cloud",
            "lti",
            "lti_consumer",
            "drag-and-drop-v2",
            "openassessment",
            "edx_sga",
            "done");

    /** What holds until staff change it. */
    public static final BlockTypes USUAL =
            new BlockTypes(0, usualModes(), Set.of(COURSE, "chapter", "sequential", "vertical"), Instant.EPOCH);

    public BlockTypes {
        modes = Map.copyOf(modes);
        aggregated = Set.copyOf(aggregated);
        since = since.truncatedTo(ChronoUnit.MICROS);
    }

    /** How a block counts. */
    public CompletionMode modeOf(StructureBlock block) {
        return block.completionMode() == null
                ? modes.getOrDefault(block.type(), EXCLUDED)
                : CompletionMode.declared(block.completionMode());
    }

    /** Whether the block's sum is kept and told; other aggregators are only summed through. */
    boolean keepsSum(StructureBlock block) {
        return modeOf(block) == AGGREGATOR && aggregated.contains(block.type());
    }

    private static Map<String, CompletionMode> usualModes() {
        Map<String, CompletionMode> modes = new HashMap<>();
        AGGREGATORS.forEach(type -> modes.put(type, AGGREGATOR));
        COMPLETABLES.forEach(type -> modes.put(type, COMPLETABLE));
        modes.put("discussion", EXCLUDED);
        return modes;
    }
}
