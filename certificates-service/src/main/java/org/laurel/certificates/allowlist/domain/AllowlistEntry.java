package org.laurel.certificates.allowlist.domain;

import java.time.Instant;
import org.laurel.certificates.issuance.domain.CaseKey;

/**
 * A learner's entry on a course run's allowlist: who is on it gets a certificate without a passing grade. Source: certificates,
 * allowlist.
 *
 * @param enabled whether the learner is on the allowlist; a disabled entry is kept and without effect
 * @param notes what staff noted, empty without notes
 */
public record AllowlistEntry(
        long id, CaseKey key, boolean enabled, String notes, Instant createdAt, Instant modifiedAt) {}
