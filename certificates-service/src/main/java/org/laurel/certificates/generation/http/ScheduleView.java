package org.laurel.certificates.generation.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.generation.app.ScheduledRun;
import org.laurel.kit.job.JobSchedule;

/**
 * A schedule of generation runs.
 *
 * @param input whom its runs take on
 * @param nextAt when it starts next, null when never again
 * @param lastAt when it started last, null before the first time
 * @param lastTask the job of the run that it started last
 * @param error why it could not start last time, null when it could
 */
public record ScheduleView(
        long id,
        String courseKey,
        @Nullable String cron,
        String zone,
        @Nullable Instant onceAt,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode input,

        @Nullable Instant nextAt,
        @Nullable Instant lastAt,
        @Nullable Long lastTask,
        @Nullable String error,
        String createdBy,
        Instant createdAt) {

    static ScheduleView of(JobSchedule schedule) {
        return new ScheduleView(
                schedule.id(),
                schedule.subject(),
                schedule.cron(),
                schedule.zone().getId(),
                schedule.onceAt(),
                schedule.parameters().path(ScheduledRun.INPUT),
                schedule.nextAt(),
                schedule.lastAt(),
                schedule.lastJob(),
                schedule.error(),
                schedule.createdBy(),
                schedule.createdAt());
    }
}
