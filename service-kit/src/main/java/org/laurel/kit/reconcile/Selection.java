package org.laurel.kit.reconcile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of what others are to be told once more; a state has to be all that is said.
 *
 * @param courseKey about this course run, null for all
 * @param learnerIds about these learners, empty for all
 * @param from changed here from then on, null for any time
 * @param until changed here until then, null for any time
 */
public record Selection(
        @Nullable String courseKey,
        List<String> learnerIds,
        @Nullable Instant from,
        @Nullable Instant until) {

    public Selection {
        learnerIds = List.copyOf(learnerIds);
    }

    /** Whether nothing narrows it down. */
    public boolean isEverything() {
        return courseKey == null && learnerIds.isEmpty() && from == null && until == null;
    }

    boolean hasTime() {
        return from != null || until != null;
    }
}
