package org.laurel.programs.lti.app;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts secrets for the database: AES-256 in Galois/counter mode (NIST SP 800-38D) with a random nonce of 96 bits. A box is
 * bound to the place where it lies, so that nobody moves a secret to where it would be sent to another tool. A service with a
 * key that is none does not start.
 *
 * <p>Of several keys the first encrypts, and all of them open what they encrypted: so a deployment changes its key.
 */
@Singleton
@Startup
class SecretBox {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final byte FORM = 1;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final List<SecretKey> keys;

    SecretBox(@ConfigProperty(name = "laurel.lti.secret-key") Optional<List<String>> configured) {
        keys = configured.orElse(List.of()).stream()
                .filter(text -> !text.isBlank())
                .map(text -> (SecretKey) new SecretKeySpec(read(text.strip()), "AES"))
                .toList();
    }

    /** Whether the deployment has a key. */
    boolean isReady() {
        return !keys.isEmpty();
    }

    /**
     * Encrypts.
     *
     * @param place where the box will lie
     * @throws IllegalStateException without a key
     */
    byte[] seal(String secret, String place) {
        if (keys.isEmpty()) {
            throw new IllegalStateException("laurel.lti.secret-key is not set");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(keys.getFirst(), Cipher.ENCRYPT_MODE, nonce, place)
                    .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(FORM)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + CIPHER, impossible);
        }
    }

    /** The secret in a box; empty without a key, and for what was sealed with an unknown one or for another place. */
    Optional<String> open(byte[] box, String place) {
        return keys.stream().flatMap(key -> open(key, box, place).stream()).findFirst();
    }

    /** Whether it was the first key that sealed a box for this place. */
    boolean isCurrent(byte[] box, String place) {
        return !keys.isEmpty() && open(keys.getFirst(), box, place).isPresent();
    }

    private static Optional<String> open(SecretKey key, byte[] box, String place) {
        if (box.length <= 1 + NONCE_BYTES || box[0] != FORM) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(box).position(1);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        try {
            return Optional.of(
                    new String(cipher(key, Cipher.DECRYPT_MODE, nonce, place).doFinal(sealed), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException foreign) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(SecretKey key, int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] read(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("laurel.lti.secret-key is not in base64", malformed);
        }
        throw new IllegalArgumentException("laurel.lti.secret-key must have 32 bytes, in base64");
    }
}
