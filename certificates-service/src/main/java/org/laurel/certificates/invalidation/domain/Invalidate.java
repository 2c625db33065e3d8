package org.laurel.certificates.invalidation.domain;

import java.util.List;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.kit.domain.Cause;

/**
 * Declare a certificate invalid.
 *
 * @param unless obstacles that refuse this, in the order in which they are checked; {@link Obstacle#NO_CERTIFICATE} always does
 */
public record Invalidate(CaseKey key, Invalidation.Author by, String notes, List<Obstacle> unless, Cause cause) {}
