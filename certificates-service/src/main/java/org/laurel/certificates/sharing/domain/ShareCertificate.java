package org.laurel.certificates.sharing.domain;

import java.time.Instant;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.kit.domain.Cause;

/** A learner says: I have shared my certificate. */
public record ShareCertificate(CaseKey key, SocialNetwork network, Instant at, Cause cause) {}
