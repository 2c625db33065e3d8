package org.laurel.certificates.invalidation.domain;

import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.kit.domain.Cause;

/** Take an invalidation back, which evaluates the certificate anew. */
public record Retract(CaseKey key, Cause cause) {}
