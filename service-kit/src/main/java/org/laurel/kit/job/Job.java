package org.laurel.kit.job;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A job as operators see it.
 *
 * @param subject what it is about
 * @param state {@code waiting} (for its start), {@code running} (chunk by chunk, in turn with other jobs), {@code paused},
 *     {@code failed} (given up after repeated failures; it can be resumed), {@code done} or {@code cancelled}
 * @param parameters what it was begun with, an empty object when nothing
 * @param cursor where its last chunk ended
 * @param done how many items it has worked off
 * @param total how many items there are, null while nobody knows
 * @param counts items by outcome
 * @param throttle the pause after each chunk, as ISO 8601 writes durations
 * @param error why its last chunk failed, or what keeps it from the next one, in words that quote no values; null when it goes on
 * @param finishedAt when it was done or cancelled, null before
 */
public record Job(
        long id,
        String kind,
        String subject,
        String state,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode parameters,

        @Nullable String cursor,
        long done,
        @Nullable Long total,
        Map<String, Long> counts,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, format = "duration", implementation = String.class)
        Duration throttle,

        @Nullable String error,
        String createdBy,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant finishedAt) {

    /** Whether nothing will happen to it any more. */
    public boolean hasEnded() {
        return state.equals("done") || state.equals("cancelled");
    }
}
