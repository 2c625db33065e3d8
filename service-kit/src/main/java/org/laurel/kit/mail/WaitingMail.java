package org.laurel.kit.mail;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is not sent yet.
 *
 * @param id of its row
 * @param createdAt when it was asked for
 * @param attempts how often sending it has failed
 */
record WaitingMail(long id, Mail mail, Instant createdAt, int attempts) {

    /** Given up since the key in it would open nothing any more. */
    static final String KEY_EXPIRED = "key_expired";

    /** Given up since the server did not take it for days. */
    static final String TOO_MANY_FAILURES = "too_many_failures";

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofDays(3);

    /** When to try again after a failure now: each pause is twice as long as the one before, up to an hour. */
    Instant nextAttempt(Instant now, Duration firstPause) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(attempts, 20));
        return now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    /** Why there is no use in sending it any more; null while there is. */
    @Nullable String hopeless(Instant now) {
        Mail.KeyUse key = mail.key();
        if (key != null && !key.expiresAt().isAfter(now)) {
            return KEY_EXPIRED;
        }
        return createdAt.plus(PATIENCE).isBefore(now) ? TOO_MANY_FAILURES : null;
    }
}
