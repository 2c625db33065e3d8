package org.laurel.programs.credential.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.credential.db.PendingAwardQuery;

/**
 * An award that waits.
 *
 * @param reason what it waits for
 * @param earnedAt since when it is earned
 * @param availableAt from when the learner will be able to see it, null for at once
 */
public record PendingAwardItem(
        String learnerId,
        String username,
        Subject credential,

        @Schema(enumeration = {"credentials_disabled", "program_excluded", "no_active_configuration"})
        String reason,

        Instant earnedAt,
        @Nullable Instant availableAt) {

    /** What the credential will be for: a program, or a course run with its mode. */
    @Schema(name = "PendingAwardSubject")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Subject(
            @Schema(enumeration = {"program", "course-run"}) String type,
            @Nullable UUID programUuid,
            @Nullable String programTitle,
            @Nullable String courseRunKey,
            @Nullable String mode) {}

    static PendingAwardItem of(PendingAwardQuery.Found found) {
        return new PendingAwardItem(
                found.learnerId(),
                found.username(),
                new Subject(
                        found.programUuid() == null ? "course-run" : "program",
                        found.programUuid(),
                        found.programTitle(),
                        found.courseKey(),
                        found.mode()),
                found.obstacle(),
                found.earnedAt(),
                found.availableAt());
    }
}
