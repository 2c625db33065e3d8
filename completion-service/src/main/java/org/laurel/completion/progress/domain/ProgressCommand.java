package org.laurel.completion.progress.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.standing.domain.CourseLearner;
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

        /** The place of the completion, given when something happened last with the block; null when nothing did. */
        FactOrder placeAfter(@Nullable Instant last) {
            return immediate && last != null && !place.occurredAt().isAfter(last)
                    ? new FactOrder(last.plusNanos(1_000), place.sequence(), place.kind(), place.source(), place.id())
                    : place;
        }
    }

    /**
     * Forget what the learner has completed. What is stored with a later time, because its producer's clock runs ahead, goes
     * too; what arrives later with an earlier time does not count.
     *
     * @param at when
     */
    record Clear(CourseLearner key, Instant at, Cause cause) implements ProgressCommand {}

    /**
     * Count again, because the course run's blocks or what other services tell of the learner may have changed.
     *
     * @param at business time of the change, null for when the learner's view of the course run changed last
     * @param fromNothing whether stored sums are not to be trusted
     */
    record Recount(CourseLearner key, @Nullable Instant at, boolean fromNothing, Cause cause)
            implements ProgressCommand {}
}
