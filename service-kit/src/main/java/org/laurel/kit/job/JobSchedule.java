package org.laurel.kit.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A job that begins by the clock.
 *
 * @param parameters what the job will be begun with
 * @param cron five fields as in a crontab, null when it begins once
 * @param zone the time zone of the cron expression
 * @param onceAt when it begins once, null with a cron expression
 * @param nextAt when it begins next, null when never again
 * @param lastAt when it began last, null before the first time
 * @param lastJob the job that began last, null before the first time or when there was nothing to do
 * @param error why it could not begin last time, null when it could
 */
public record JobSchedule(
        long id,
        String kind,
        String subject,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode parameters,

        @Nullable String cron,

        @Schema(type = SchemaType.STRING, implementation = String.class)
        ZoneId zone,

        @Nullable Instant onceAt,
        @Nullable Instant nextAt,
        boolean enabled,
        @Nullable Instant lastAt,
        @Nullable Long lastJob,
        @Nullable String error,
        String createdBy,
        Instant createdAt) {}
