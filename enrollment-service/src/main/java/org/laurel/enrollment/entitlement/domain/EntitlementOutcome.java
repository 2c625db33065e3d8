package org.laurel.enrollment.entitlement.domain;

import org.jspecify.annotations.Nullable;

/** What became of a command about an entitlement. */
public sealed interface EntitlementOutcome {

    /**
     * The entitlement is new or has new terms.
     *
     * @param before null for a new one
     */
    record Changed(@Nullable Entitlement before, Entitlement after) implements EntitlementOutcome {}

    /** It is as it was asked to be. */
    record Unchanged(Entitlement entitlement) implements EntitlementOutcome {}

    /** Nothing is done. */
    record Refused(EntitlementRefusal reason) implements EntitlementOutcome {}
}
