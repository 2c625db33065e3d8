package org.laurel.enrollment.cohort.domain;

import org.jspecify.annotations.Nullable;

/** What became of a command about a learner's cohort. */
public sealed interface PlacementOutcome {

    /**
     * The learner is in the cohort now.
     *
     * @param before the membership of the cohort that was left for it, null without one
     */
    record Entered(@Nullable Membership before, Membership after) implements PlacementOutcome {}

    /** The learner is in no cohort now. */
    record Left(Membership after) implements PlacementOutcome {}

    /** All is as it was: nothing to be done, or overtaken by newer facts. */
    record Unchanged() implements PlacementOutcome {}

    /** Nothing is done or kept: the learner is retired for good. */
    record Retired() implements PlacementOutcome {}
}
