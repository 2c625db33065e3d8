package org.laurel.certificates.register.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CaseKey;

/**
 * The issue date that staff have set for a certificate changed.
 *
 * @param place orders the changes, grows with each
 * @param verifyUuid the certificate's public id, null when there is none
 * @param date the date from then on, null when it was taken back
 * @param before the date before, null without one
 * @param changedAt when the change was written
 * @param changedBy who made it
 * @param reason why, null without a word
 */
public record DateOverrideChange(
        long place,
        CaseKey key,
        @Nullable String verifyUuid,
        @Nullable Instant date,
        @Nullable Instant before,
        Instant changedAt,
        String changedBy,
        @Nullable String reason) {}
