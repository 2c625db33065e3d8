package org.laurel.completion.structure.domain;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a block counts (completion, completion modes). */
public enum CompletionMode {
    /** Counts as one; what lies below it is never looked at. */
    COMPLETABLE,
    /** Counts as the sum of what lies below it. */
    AGGREGATOR,
    /** Neither it nor anything below it counts. */
    EXCLUDED;

    private static final Set<String> AGGREGATORS = Set.of(
            "course",
            "chapter",
            "sequential",
            "vertical",
            "library_content",
            "split_test",
            "conditional",
            "randomize",
            "wrapper");
    private static final Set<String> COMPLETABLES = Set.of(
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

    /**
     * The mode of a block: what it declares, otherwise what its type usually has. Unknown types are excluded.
     *
     * @param declared {@code completable}, {@code aggregator} or {@code excluded}; null when the block declares nothing
     */
    public static CompletionMode of(String type, @Nullable String declared) {
        if (declared != null) {
            return valueOf(declared.toUpperCase(Locale.ROOT));
        }
        if (AGGREGATORS.contains(type)) {
            return AGGREGATOR;
        }
        return COMPLETABLES.contains(type) ? COMPLETABLE : EXCLUDED;
    }

    /** Whether blocks may declare this. */
    static boolean isDeclarable(String text) {
        return Set.of("completable", "aggregator", "excluded").contains(text);
    }
}
