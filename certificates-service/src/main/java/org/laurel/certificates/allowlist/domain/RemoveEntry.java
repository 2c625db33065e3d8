package org.laurel.certificates.allowlist.domain;

import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.kit.domain.Cause;

/** Take a learner off the allowlist, which also takes the certificate back. */
public record RemoveEntry(CaseKey key, Cause cause) {}
