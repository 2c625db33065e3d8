package org.laurel.bridge.openedx.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt of a person to prove who he or she is.
 *
 * @param attemptId number of the attempt
 * @param user whose identity
 * @param status such as {@code approved}
 * @param name name on the document
 * @param expirationDate until when an approval holds
 */
public record VerificationAttemptData(
        long attemptId,
        UserData user,
        String status,
        @Nullable String name,
        @Nullable Instant expirationDate) {}
