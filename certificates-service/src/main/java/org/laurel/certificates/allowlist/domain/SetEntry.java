package org.laurel.certificates.allowlist.domain;

import java.util.List;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.kit.domain.Cause;

/**
 * Put a learner on the allowlist, or change the entry.
 *
 * @param enabled false keeps the entry without effect
 * @param unless obstacles that refuse this, in the order in which they are checked; none sets the entry in any case
 */
public record SetEntry(CaseKey key, boolean enabled, String notes, List<Obstacle> unless, Cause cause) {}
