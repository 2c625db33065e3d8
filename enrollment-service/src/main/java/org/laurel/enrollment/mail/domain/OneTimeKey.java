package org.laurel.enrollment.mail.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.laurel.events.key.LearnerId;

/**
 * What is known of a key that was mailed. The key itself is known to the mail's reader alone.
 *
 * @param requestId the request that it confirms
 * @param expiresAt until when it is good
 */
public record OneTimeKey(String requestId, LearnerId learnerId, Instant expiresAt) {

    /** Whether it came too late. */
    public boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    /** What is stored of a key: its SHA-256. A key has 256 random bits, so no salt and no slow function is needed. */
    public static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
