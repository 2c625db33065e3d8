package org.laurel.completion.xapi.app;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.laurel.events.key.LearnerId;

/**
 * The names under which statements know learners: UUIDs of version 8 (RFC 9562), made of the first 16 bytes of the HMAC-SHA-256
 * of the learner id in UTF-8. A learner always has the same one; without the secret nobody can tell whose it is, not even by
 * trying all learner ids.
 */
@Singleton
class ActorNames {

    private static final String ALGORITHM = "HmacSHA256";
    private static final long VERSION = 0xFFFF_FFFF_FFFF_0FFFL;
    private static final long VARIANT = 0x3FFF_FFFF_FFFF_FFFFL;

    private final StatementSettings settings;

    ActorNames(StatementSettings settings) {
        this.settings = settings;
    }

    /** The learner's name; only asked for when there is a secret. */
    UUID of(LearnerId learnerId) {
        byte[] secret = settings.actorSecret().getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            ByteBuffer digest = ByteBuffer.wrap(mac.doFinal(learnerId.value().getBytes(StandardCharsets.UTF_8)));
            return new UUID(
                    (digest.getLong() & VERSION) | 0x8000L, (digest.getLong() & VARIANT) | 0x8000_0000_0000_0000L);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
