package org.laurel.completion.verification.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;

/**
 * One comparison of stored sums with walks.
 *
 * @param jobId the job that does the work, or did
 * @param repairs whether learners and numbers found different are counted again
 * @param night the day whose nightly one it is, null when somebody started it
 * @param createdBy who started it
 */
public record Verification(
        long id,
        long jobId,
        Scope scope,
        boolean repairs,
        @Nullable LocalDate night,
        String createdBy,
        Instant createdAt,
        Progress progress) {

    /** Which numbers of course runs are counted again from the rows. */
    public enum Numbers {
        NONE,
        /** Those of learners by how far they are: one look at the course's row of each learner. */
        LEARNERS,
        /** Those of blocks too: one look at every row. */
        ALL;

        /** What is looked at when nobody says: everything beside everybody's rows, otherwise what costs little. */
        public static Numbers usual(boolean everybody) {
            return everybody ? ALL : LEARNERS;
        }
    }

    /**
     * What is looked at.
     *
     * @param courseKey only this course run, null for all
     * @param listed how many learners the list has, null for all
     * @param sample how many learners in course runs are drawn, null for all
     */
    public record Scope(
            @Nullable CourseKey courseKey,
            @Nullable Integer listed,
            @Nullable Integer sample,
            Numbers numbers) {

        /** Whether it names or draws those whom it looks at. */
        public boolean isChosen() {
            return listed != null || sample != null;
        }
    }

    /**
     * How far it is.
     *
     * @param state {@code running}, {@code paused}, {@code failed} (it can be resumed), {@code done} or {@code cancelled}
     * @param done learners in course runs so far
     * @param total how many there were when it began, null until they are counted
     * @param counts by {@link Outcome}
     * @param error why its last chunk failed, null when it did not
     */
    public record Progress(
            String state,
            long done,
            @Nullable Long total,
            Map<String, Long> counts,
            @Nullable String error,
            @Nullable Instant finishedAt) {

        /** How often something came out. */
        public long count(Outcome outcome) {
            return counts.getOrDefault(outcome.word(), 0L);
        }
    }

    /** What it changes is changed by whoever started it. */
    public Cause cause() {
        return Cause.of(createdBy, "verification:" + id);
    }

    /** The same, as far as it has come by now. */
    public Verification at(Progress now) {
        return new Verification(id, jobId, scope, repairs, night, createdBy, createdAt, now);
    }
}
