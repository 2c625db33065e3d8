package org.laurel.sample.tally.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.FactOrder;

/** What a learner's tally is called since a time; the newest one counts, whenever it arrives. */
public record Label(String learnerId, String text, FactOrder order) {

    /** Whether this label takes the place of the one that is known, null for none. */
    public boolean replaces(@Nullable Label known) {
        return known == null || order.isAfter(known.order());
    }
}
