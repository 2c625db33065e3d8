package org.laurel.certificates.maintenance.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.http.CourseKeys;
import org.laurel.certificates.maintenance.domain.Selection;
import org.laurel.kit.problem.ProblemException;

/**
 * Certificates of which other systems are to be told once more; at least one of the first four members narrows them down.
 *
 * @param start certificates modified, or whose issue date was set or taken back, from then on
 * @param end and until then
 * @param dryRun whether to count only
 * @param throttle the pause after each thousand certificates, as ISO 8601 writes durations
 */
public record RenotifyRequest(
        @Nullable @Size(max = 1_000) List<@NotNull String> courseKeys,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable @Size(max = 10_000) List<@NotNull String> learnerIds,
        boolean dryRun,

        @Schema(type = SchemaType.STRING, format = "duration", implementation = String.class) @Nullable Duration throttle) {

    private static final Duration LONGEST = Duration.ofHours(1);

    /** What it selects; a 400 when nothing narrows it down or a key does not parse. */
    Selection selection() {
        if (courseKeys != null) {
            courseKeys.forEach(CourseKeys::parse);
        }
        Selection selection = new Selection(courseKeys, learnerIds, start, end);
        if (selection.isEverything()) {
            throw ProblemException.badRequest(
                    "filter_missing", "Give course_keys, learner_ids, start or end: nobody means all certificates.");
        }
        return selection;
    }

    /** The pause; a 400 when it is negative or longer than an hour. */
    Duration pause() {
        Duration pause = throttle == null ? Duration.ZERO : throttle;
        if (pause.isNegative() || pause.compareTo(LONGEST) > 0) {
            throw ProblemException.badRequest("invalid_throttle", "throttle is a duration from PT0S to PT1H.");
        }
        return pause;
    }
}
