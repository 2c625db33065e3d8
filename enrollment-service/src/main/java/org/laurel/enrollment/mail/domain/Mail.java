package org.laurel.enrollment.mail.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;

/**
 * A mail to a learner.
 *
 * @param recipient the address
 * @param key what the key in the mail is good for, null for a mail without one
 * @param detail what the text tells besides, such as a reason; null when nothing
 */
public record Mail(
        MailKind kind,
        LearnerId learnerId,
        String recipient,
        @Nullable KeyUse key,
        @Nullable String detail) {

    public Mail {
        if ((kind.keyPath() == null) != (key == null)) {
            throw new IllegalArgumentException(kind + " has a key if and only if a page takes it");
        }
    }

    /** A mail with a key. */
    public static Mail withKey(
            MailKind kind, LearnerId learnerId, String recipient, String requestId, Instant expiresAt) {
        return new Mail(kind, learnerId, recipient, new KeyUse(requestId, expiresAt), null);
    }

    /** A mail that only tells something. */
    public static Mail telling(MailKind kind, LearnerId learnerId, String recipient, @Nullable String detail) {
        return new Mail(kind, learnerId, recipient, null, detail);
    }

    /**
     * What a key is good for.
     *
     * @param requestId tells the learner's request from others of the same kind
     * @param expiresAt until when
     */
    public record KeyUse(String requestId, Instant expiresAt) {}
}
