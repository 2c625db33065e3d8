package org.laurel.completion.structure.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a block counts (completion, completion modes). */
public enum CompletionMode {
    /** Counts as one; what lies below it is never looked at. */
    COMPLETABLE,
    /** Counts as the sum of what lies below it. */
    AGGREGATOR,
    /** Neither it nor anything below it counts. */
    EXCLUDED;

    /** The mode's word in documents. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode with this word, empty when there is none. */
    public static Optional<CompletionMode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }

    /** The mode that a block declares, which the rules have checked. */
    static CompletionMode declared(String word) {
        return of(word).orElseThrow(() -> new IllegalArgumentException("no completion mode: " + word));
    }
}
