package org.laurel.certificates.issued.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issued.domain.IssuedEntry;

/**
 * A line of a course run's list of certificates as instructors read it.
 *
 * @param certificateStatus of somebody on the allowlist without certificate, what the enrollment track suggests
 * @param specialCase {@code Exception}, {@code Invalidation} or null
 * @param invalidatedBy the e-mail address of who invalidated it
 */
public record IssuedLine(
        String username,
        String email,
        String enrollmentTrack,
        String certificateStatus,
        @Nullable String specialCase,
        @Nullable Instant exceptionGranted,
        @Nullable String exceptionNotes,
        @Nullable String invalidatedBy,
        @Nullable Instant invalidationDate,
        @Nullable String invalidationNote) {

    static IssuedLine of(IssuedEntry entry) {
        IssuedEntry.Exemption exemption = entry.exemption();
        IssuedEntry.Invalidation invalidation = entry.invalidation();
        return new IssuedLine(
                entry.username(),
                entry.email(),
                entry.track(),
                entry.status().slug(),
                entry.specialCase(),
                exemption == null ? null : exemption.granted(),
                exemption == null ? null : exemption.notes(),
                invalidation == null ? null : invalidation.by(),
                invalidation == null ? null : invalidation.at(),
                invalidation == null ? null : invalidation.notes());
    }
}
