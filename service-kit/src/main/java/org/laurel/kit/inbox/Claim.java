package org.laurel.kit.inbox;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.flow.Arrival;

/**
 * The claim of one event.
 *
 * @param publishedOn the UTC day on which it was published, at most tomorrow; chooses the partition
 * @param bodyHash the first eight bytes of the SHA-256 of the value, to tell a repeat from another fact under a used id
 * @param arrival what the log of the flow keeps of it, null when it keeps nothing
 */
public record Claim(
        Identity identity,
        LocalDate publishedOn,
        long bodyHash,
        @Nullable Arrival arrival) {

    /** What makes an event the same event. */
    public record Identity(String source, String eventId) {}

    /** The claim of an event with the given identity, time of publication and raw value. */
    public static Claim of(String source, String eventId, Instant published, Instant now, byte[] value) {
        Instant latest = now.plus(1, ChronoUnit.DAYS);
        Instant day = published.isAfter(latest) ? latest : published;
        return new Claim(new Identity(source, eventId), LocalDate.ofInstant(day, ZoneOffset.UTC), hash(value), null);
    }

    /** The same, to be logged when it is new. */
    public Claim arriving(Arrival what) {
        return new Claim(identity, publishedOn, bodyHash, what);
    }

    private static long hash(byte[] value) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(value))
                    .getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
