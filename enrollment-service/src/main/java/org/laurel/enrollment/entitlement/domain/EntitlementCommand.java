package org.laurel.enrollment.entitlement.domain;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.laurel.kit.domain.Cause;

/** What somebody wants of an entitlement, from now on. */
public sealed interface EntitlementCommand {

    /** Public id of the entitlement; of the new one if there is to be one. */
    UUID id();

    EntitlementKey key();

    /** The terms that are told. */
    EntitlementTerms terms();

    /** Now. */
    Instant at();

    Cause cause();

    /** Entitle a learner, unless the same is in force already. */
    record Grant(UUID id, EntitlementKey key, EntitlementTerms terms, Instant at, Cause cause)
            implements EntitlementCommand {}

    /**
     * Change an entitlement.
     *
     * @param given which of the terms are told; the others stay as they are
     */
    record Amend(
            UUID id,
            EntitlementKey key,
            EntitlementTerms terms,
            Set<EntitlementTerms.Member> given,
            Instant at,
            Cause cause)
            implements EntitlementCommand {

        public Amend {
            given = Set.copyOf(given);
        }
    }
}
