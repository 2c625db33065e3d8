package org.laurel.certificates.dateoverride.domain;

import java.time.Instant;
import org.laurel.certificates.issuance.domain.CaseKey;

/**
 * An issue date that staff have set for a certificate. It changes the date that the certificate bears, never whether it shows.
 * Source: certificates, date override.
 *
 * @param date the issue date, midnight UTC by convention
 * @param reason why, never empty
 * @param overriddenBy username of who set it
 */
public record DateOverride(
        CaseKey key, Instant date, String reason, String overriddenBy, Instant createdAt, Instant modifiedAt) {}
