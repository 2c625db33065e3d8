package org.laurel.certificates.issuance.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the database holds about a learner in a course run.
 *
 * @param record the folded facts; without certificate when the stored one should never have been granted
 * @param issued the stored certificate, null when there is no row
 */
public record StoredCase(
        CaseKey key, CourseRecord record, @Nullable Issued issued) {

    /** Nothing is stored. */
    public static StoredCase none(CaseKey key) {
        return new StoredCase(key, CourseRecord.EMPTY, null);
    }

    /**
     * A certificate's row.
     *
     * @param availableAt from when the learner may see it, by the course run's newest settings
     * @param dateOverride the issue date that staff have set, null without one
     * @param verifyUuid the public id, 32 lower-case hexadecimal digits, never changed and never used again
     * @param version counts the changes
     */
    public record Issued(
            Certificate certificate,
            Instant availableAt,
            @Nullable Instant dateOverride,
            String verifyUuid,
            long version) {}
}
