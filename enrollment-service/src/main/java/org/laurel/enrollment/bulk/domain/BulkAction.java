package org.laurel.enrollment.bulk.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a bulk request does to everybody whom it names. */
public enum BulkAction {
    ENROLL,
    UNENROLL;

    /** The action of this word, in lower case. */
    public static Optional<BulkAction> of(String word) {
        return Stream.of(values()).filter(action -> action.word().equals(word)).findFirst();
    }

    /** The action as a word. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
