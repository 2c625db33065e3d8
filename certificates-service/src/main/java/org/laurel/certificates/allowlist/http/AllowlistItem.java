package org.laurel.certificates.allowlist.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.allowlist.db.AllowlistQuery.Listed;

/**
 * An entry of an allowlist, with the members that existing listings have. Source: certificates, allowlist, listing item.
 *
 * @param userId the learner's id
 * @param certificateGenerated since when the learner has a downloadable certificate, null without one
 * @param notes empty without notes
 * @param enabled false when the entry is kept without effect
 * @param withheld whether the certificate waits, since decisions take no effect in the course run for now
 */
public record AllowlistItem(
        long id,
        String userId,
        String userName,
        String userEmail,
        String courseId,
        Instant created,
        Instant modified,
        @Nullable Instant certificateGenerated,
        String notes,
        boolean enabled,
        boolean withheld) {

    static AllowlistItem of(Listed listed) {
        var entry = listed.entry();
        return new AllowlistItem(
                entry.id(),
                entry.key().learnerId().value(),
                listed.username(),
                listed.email(),
                entry.key().courseKey().value(),
                entry.createdAt(),
                entry.modifiedAt(),
                listed.generatedAt(),
                entry.notes(),
                entry.enabled(),
                listed.withheld());
    }
}
