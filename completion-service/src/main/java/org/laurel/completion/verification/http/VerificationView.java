package org.laurel.completion.verification.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.verification.db.VerificationQuery.Found;
import org.laurel.completion.verification.domain.Outcome;
import org.laurel.completion.verification.domain.Verification;

/**
 * A verification: what it was started with, how far it is, and what it found.
 *
 * @param taskId the job that does the work
 * @param courseKey only this course run, null for all
 * @param listed how many learners the list has, null without one
 * @param sample how many learners in course runs are drawn, null for all
 * @param numbers which numbers of course runs are counted again; the words are those of the request
 * @param state {@code running}, {@code paused}, {@code failed} (it can be resumed), {@code done} or {@code cancelled}
 * @param done learners in course runs so far
 * @param total learners in course runs when it began, null until they are counted
 * @param error why its last chunk failed, null when it did not
 * @param differences the first hundred; told of a single verification only
 */
public record VerificationView(
        long id,
        String taskId,
        @Nullable String courseKey,
        @Nullable Integer listed,
        @Nullable Integer sample,
        String numbers,
        boolean repair,
        String createdBy,
        String state,
        long done,
        @Nullable Long total,
        Counts counts,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable String error,
        List<Item> differences) {

    /**
     * What came out.
     *
     * @param right learners in course runs whose rows are what a walk says
     * @param different learners in course runs whose rows differ
     * @param behind learners in course runs whose rows a job is about to count again
     * @param repaired of the different ones, those who were counted again
     * @param rows differences in rows
     * @param courseRuns course runs whose numbers were counted again from the rows
     * @param numbers numbers of course runs that differ
     * @param numbersRepaired of these, those that were put right
     */
    @Schema(name = "VerificationCounts")
    public record Counts(
            long right,
            long different,
            long behind,
            long repaired,
            long rows,
            long courseRuns,
            long numbers,
            long numbersRepaired) {

        static Counts of(Verification.Progress progress) {
            return new Counts(
                    progress.count(Outcome.RIGHT),
                    progress.count(Outcome.DIFFERENT),
                    progress.count(Outcome.BEHIND),
                    progress.count(Outcome.REPAIRED),
                    progress.count(Outcome.ROWS),
                    progress.count(Outcome.COURSE_RUNS),
                    progress.count(Outcome.NUMBERS),
                    progress.count(Outcome.NUMBERS_REPAIRED));
        }
    }

    /**
     * Something that is stored otherwise than it should be.
     *
     * @param learnerId null for a number of the course run
     * @param kind {@code course}, {@code block}, {@code behind} or {@code counter}
     * @param item the key of the block, or which number
     * @param stored what the database says, null when it says nothing
     * @param walked what a walk, or a recount, says; null when there should be nothing
     */
    @Schema(name = "VerificationDifference")
    public record Item(
            String courseKey,
            @Nullable String learnerId,
            @Nullable String username,
            String kind,
            String item,
            @Nullable String stored,
            @Nullable String walked) {}

    static VerificationView of(Verification verification, List<Found> found) {
        Verification.Scope scope = verification.scope();
        Verification.Progress progress = verification.progress();
        return new VerificationView(
                verification.id(),
                String.valueOf(verification.jobId()),
                scope.courseKey() == null ? null : scope.courseKey().value(),
                scope.listed(),
                scope.sample(),
                scope.numbers().name().toLowerCase(Locale.ROOT),
                verification.repairs(),
                verification.createdBy(),
                progress.state(),
                progress.done(),
                progress.total(),
                Counts.of(progress),
                verification.createdAt(),
                progress.finishedAt(),
                progress.error(),
                found.stream()
                        .map(one -> new Item(
                                one.courseKey(),
                                one.learnerId(),
                                one.username(),
                                one.kind(),
                                one.item(),
                                one.stored(),
                                one.walked()))
                        .toList());
    }
}
