package org.laurel.certificates.register.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;

/**
 * A certificate in the register.
 *
 * @param username whose it is, null when nobody told us of the learner
 */
public record RegisterEntry(CaseKey key, @Nullable String username, Issued issued) {}
