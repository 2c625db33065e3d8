package org.laurel.certificates.generation.http;

import jakarta.validation.Valid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a generation run is to start: again and again, or once.
 *
 * @param cron five fields as in a crontab: minute, hour, day of month, month, day of week
 * @param zone the time zone of the cron expression, UTC when null
 * @param onceAt a time, instead of a cron expression
 * @param run whom the run takes on, and how fast; null for everybody without a certificate. A list is read once, now
 */
public record ScheduleRequest(
        @Nullable String cron,
        @Nullable String zone,
        @Nullable Instant onceAt,
        @Valid @Nullable GenerationRunRequest run) {}
