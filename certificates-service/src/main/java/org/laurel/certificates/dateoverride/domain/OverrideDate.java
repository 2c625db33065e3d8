package org.laurel.certificates.dateoverride.domain;

import java.time.Instant;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.kit.domain.Cause;

/** Set the issue date of a certificate. The cause tells who does it. */
public record OverrideDate(CaseKey key, Instant date, String reason, Cause cause) {}
