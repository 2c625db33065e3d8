package org.laurel.kit.operation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.reconcile.Selection;

/**
 * Of what others are to be told once more; a state has to be all that is said.
 *
 * @param courseKey about this course run
 * @param learnerIds about these learners
 * @param from changed in this service from then on
 * @param until changed in this service until then
 * @param all true to tell of everything, when nothing else is said
 * @param dryRun whether to count only
 */
@Schema(description = "Of what others are to be told once more; a state has to be all that is said")
public record ReconcileRequest(
        @Size(max = 255) @Nullable String courseKey,
        @Size(max = 10_000) @Nullable List<@NotNull @Size(max = 255) String> learnerIds,
        @Nullable Instant from,
        @Nullable Instant until,
        boolean all,
        boolean dryRun) {

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** What it selects; a 400 when nothing narrows it down, or a key or a time is none. */
    Selection selection() {
        requireKeys();
        requireTime(from);
        requireTime(until);
        Selection selection = new Selection(courseKey, learnerIds == null ? List.of() : learnerIds, from, until);
        if (selection.isEverything() && !all) {
            throw ProblemException.badRequest(
                    "filter_missing", "Give course_key, learner_ids, from or until, or all for everything.");
        }
        return selection;
    }

    private void requireKeys() {
        try {
            if (courseKey != null) {
                new CourseKey(courseKey);
            }
            if (learnerIds != null) {
                learnerIds.forEach(LearnerId::new);
            }
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest(
                    "invalid_selection", "course_key is no course key, or one of learner_ids is no learner id.");
        }
    }

    private static void requireTime(@Nullable Instant time) {
        if (time != null && (time.isBefore(Instant.EPOCH) || time.isAfter(LAST))) {
            throw ProblemException.badRequest("invalid_time", "from and until lie between 1970 and 9999.");
        }
    }
}
