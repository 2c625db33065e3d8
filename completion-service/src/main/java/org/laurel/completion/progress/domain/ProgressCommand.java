package org.laurel.completion.progress.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

/** What brings a learner's progress in a course run up to date. */
public sealed interface ProgressCommand {

    /** Whose progress, and where. */
    CourseLearner key();

    /** What led to the command. */
    Cause cause();

    /**
     * Take in how far the learner is with a block.
     *
     * @param units from 0 to {@link Units#ONE}
     * @param immediate whether this is news by definition: a request that is answered now must not lose against a fact whose
     *     producer's clock runs ahead
     */
    record Submit(CourseLearner key, String blockKey, long units, FactOrder place, boolean immediate, Cause cause)
            implements ProgressCommand {

        /** The completion that follows the known one. */
        BlockCompletion onto(@Nullable BlockCompletion known) {
            if (immediate && known != null && !place.isAfter(known.place())) {
                FactOrder behind = new FactOrder(
                        known.place().occurredAt().plusNanos(1_000),
                        place.sequence(),
                        place.kind(),
                        place.source(),
                        place.id());
                return new BlockCompletion(blockKey, units, behind);
            }
            return new BlockCompletion(blockKey, units, place);
        }
    }

    /** Count again because the structure changed. */
    record Rebase(CourseLearner key, Cause cause) implements ProgressCommand {}
}
