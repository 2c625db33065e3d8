package org.laurel.enrollment.bulk.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.audit.domain.StateTransition;
import org.laurel.enrollment.bulk.domain.BulkOrder;
import org.laurel.enrollment.bulk.domain.BulkResult;
import org.laurel.enrollment.bulk.domain.Standing;

/** What became of everybody whom a bulk request names, in its order. */
record BulkAnswer(String action, boolean autoEnroll, List<Item> results) {

    static BulkAnswer of(BulkOrder order, List<BulkResult> results) {
        return new BulkAnswer(
                order.action().word(),
                order.autoEnroll(),
                results.stream().map(Item::of).toList());
    }

    /**
     * A person in a course run.
     *
     * @param outcome {@code enrolled}, {@code unenrolled}, {@code allowed}, {@code unchanged}, or why the item was refused
     * @param error whether the item was refused
     * @param invalidIdentifier whether nobody is named so, as existing clients look for it
     */
    record Item(
            String identifier,
            String courseId,
            String outcome,
            boolean error,
            @JsonProperty("invalidIdentifier") boolean invalidIdentifier,
            @Nullable State before,
            @Nullable State after,
            @Nullable String stateTransition) {

        static Item of(BulkResult result) {
            StateTransition transition = result.transition();
            return new Item(
                    result.item().identifier(),
                    result.item().courseId(),
                    result.outcome(),
                    transition == null,
                    result.outcome().equals(BulkResult.INVALID_IDENTIFIER),
                    State.of(result.before()),
                    State.of(result.after()),
                    transition == null ? null : transition.text());
        }
    }

    /**
     * How a person stood or stands.
     *
     * @param state {@code enrolled}, {@code allowed} or {@code unenrolled}
     * @param mode of the enrollment, also of one that has ended
     */
    record State(String state, @Nullable String mode) {

        static @Nullable State of(@Nullable Standing standing) {
            return standing == null
                    ? null
                    : new State(standing.state().name().toLowerCase(Locale.ROOT), standing.mode());
        }
    }
}
