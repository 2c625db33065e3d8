package org.laurel.kit.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;

/**
 * A mail to somebody.
 *
 * @param kind what it is about, a code of the service
 * @param learnerId whom it is to, or tells of: with this learner's retirement it goes
 * @param recipient the address
 * @param key what the key in the mail is good for, null for a mail without one
 * @param detail what its writer needs besides, such as a reason; null when nothing
 * @param letter its words, null when a {@link MailWriter} writes them at the time of sending
 */
public record Mail(
        String kind,
        LearnerId learnerId,
        String recipient,
        @Nullable KeyUse key,
        @Nullable String detail,
        @Nullable Letter letter) {

    /** A mail whose words are known. */
    public static Mail of(String kind, LearnerId learnerId, String recipient, Letter letter) {
        return new Mail(kind, learnerId, recipient, null, null, letter);
    }

    /** A mail that a {@link MailWriter} writes. */
    public static Mail unwritten(
            String kind, LearnerId learnerId, String recipient, @Nullable KeyUse key, @Nullable String detail) {
        return new Mail(kind, learnerId, recipient, key, detail, null);
    }

    /**
     * What a key is good for.
     *
     * @param requestId tells the learner's request from others of the same kind
     * @param expiresAt until when; later the mail is not sent any more
     */
    public record KeyUse(String requestId, Instant expiresAt) {}
}
