package org.laurel.kit.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as operators see it.
 *
 * @param subject what it is about
 * @param state {@code waiting}, {@code running}, {@code paused}, {@code done} or {@code failed}
 * @param cursor where its last chunk ended
 * @param done how many items it has worked off
 * @param error why its last chunk failed, in words that quote no values; null when it did not
 */
public record Job(
        long id,
        String kind,
        String subject,
        String state,
        @Nullable String cursor,
        long done,
        @Nullable String error,
        String createdBy,
        Instant createdAt,
        Instant changedAt) {}
