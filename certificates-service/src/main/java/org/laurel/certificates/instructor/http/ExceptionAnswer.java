package org.laurel.certificates.instructor.http;

import org.jspecify.annotations.Nullable;
import org.laurel.certificates.allowlist.db.AllowlistQuery.Listed;

/**
 * A certificate exception, which is an entry on the allowlist.
 *
 * @param certificateGenerated the day since when the learner has a downloadable certificate, null without one
 * @param created the day on which the exception was made
 */
public record ExceptionAnswer(
        long id,
        String userEmail,
        String userName,
        String userId,
        @Nullable String certificateGenerated,
        String created) {

    static ExceptionAnswer of(Listed listed) {
        var entry = listed.entry();
        return new ExceptionAnswer(
                entry.id(),
                listed.email(),
                listed.username(),
                entry.key().learnerId().value(),
                DateText.ofNullable(listed.generatedAt()),
                DateText.of(entry.createdAt()));
    }
}
