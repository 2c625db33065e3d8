package org.laurel.enrollment.entitlement.domain;

import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/** What others are told about entitlements: an entitlement is new or has new terms. */
public record EntitlementFact(Entitlement entitlement, Cause cause) implements DomainFact {}
