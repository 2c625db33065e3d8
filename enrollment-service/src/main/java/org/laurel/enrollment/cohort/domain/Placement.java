package org.laurel.enrollment.cohort.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.FactOrder;

/** What the rules say to a command. */
public sealed interface Placement {

    /**
     * The learner is in the cohort from a time on.
     *
     * @param entry the place to remember, null for one that gives way to everything
     */
    record Enters(Instant since, @Nullable FactOrder entry) implements Placement {}

    /**
     * The learner is in no cohort from a time on.
     *
     * @param entry the place of a newer entry to remember, null without one: a cohort was entered that had been left later
     * @param exit the place of the exit to remember, null when that is known
     */
    record Leaves(
            Instant since,
            @Nullable FactOrder entry,
            @Nullable FactOrder exit) implements Placement {}

    /**
     * Nothing changes now.
     *
     * @param exit the place of an exit to remember for entries that come late, null without one
     */
    record Stays(@Nullable FactOrder exit) implements Placement {}
}
