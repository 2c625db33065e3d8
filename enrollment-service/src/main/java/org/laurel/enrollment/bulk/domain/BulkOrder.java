package org.laurel.enrollment.bulk.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.enrollment.domain.Authority;
import org.laurel.kit.domain.Cause;

/**
 * What holds for all items of a bulk request.
 *
 * @param mode of those who become enrolled, null to leave the choice to us
 * @param autoEnroll whether an address without an active account is enrolled as soon as there is one
 * @param role in which role the caller acts, as the caller says
 * @param cause who asks and why
 */
public record BulkOrder(
        BulkAction action,
        @Nullable String mode,
        boolean autoEnroll,
        @Nullable String role,
        Authority authority,
        Cause cause) {}
