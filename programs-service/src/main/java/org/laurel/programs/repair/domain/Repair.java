package org.laurel.programs.repair.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;
import org.laurel.programs.credential.domain.RepairRule;

/**
 * One repair of program credentials. Source: programs, back-fill and revocation.
 *
 * @param jobId the job that does the work, or did
 * @param isDryRun whether it only tells what it would do
 * @param createdBy who started it
 * @param reason why, in a person's words; null when nobody said
 * @param chunkSize learners of one transaction at most
 * @param reducedTo the same while the learner is searched who makes a chunk fail: 0 when it is the next one; null in good times
 */
public record Repair(
        long id,
        long jobId,
        RepairScope scope,
        RepairRule rule,
        boolean isDryRun,
        String createdBy,
        @Nullable String reason,
        int chunkSize,
        @Nullable Integer reducedTo,
        Instant createdAt,
        Progress progress) {

    private static final int SEARCH_FACTOR = 10;

    /**
     * How far it is.
     *
     * @param state {@code running}, {@code paused}, {@code failed} (it can be resumed), {@code done} or {@code cancelled}
     * @param done learners so far
     * @param total learners when it was started; others may have come and gone since
     * @param counts credentials by outcome
     * @param error why its last chunk failed, null when it did not
     */
    public record Progress(
            String state,
            long done,
            @Nullable Long total,
            Map<String, Long> counts,
            @Nullable String error,
            @Nullable Instant finishedAt) {}

    /** What it changes is changed by whoever started it; the reason stays with the repair, which the cause leads to. */
    public Cause cause() {
        return Cause.of(createdBy, "repair:" + id);
    }

    /** How many learners the next chunk takes. */
    public int nextChunk() {
        return reducedTo == null ? chunkSize : Math.max(1, Math.min(reducedTo, chunkSize));
    }

    /** Whether the next learner is the one who makes chunks fail. */
    public boolean leavesNextOut() {
        return reducedTo != null && reducedTo == 0;
    }

    /** How many learners to try after a chunk that failed: a tenth, and none after a single one. */
    public int reduced() {
        int tried = nextChunk();
        return tried == 1 ? 0 : Math.max(1, tried / SEARCH_FACTOR);
    }

    /** How many learners to try after a chunk that may work when it is tried again: a tenth, and nobody is left out. */
    public int reducedForAnotherTry() {
        return Math.max(1, reduced());
    }

    /** How many learners to try after a chunk that worked; null once that is as many as ever. */
    public @Nullable Integer recovered() {
        int more = nextChunk() * SEARCH_FACTOR;
        return more >= chunkSize ? null : more;
    }

    /** The same, as far as it has come by now. */
    public Repair at(Progress now) {
        return new Repair(id, jobId, scope, rule, isDryRun, createdBy, reason, chunkSize, reducedTo, createdAt, now);
    }

    /** When it will be done if it goes on as so far; empty while nobody can tell. */
    public Optional<Instant> expectedEnd(Instant now) {
        Long total = progress.total();
        if (!progress.state().equals("running") || total == null || progress.done() == 0 || !now.isAfter(createdAt)) {
            return Optional.empty();
        }
        double each = Duration.between(createdAt, now).toMillis() / (double) progress.done();
        return Optional.of(now.plusMillis(Math.round(each * Math.max(0, total - progress.done()))));
    }
}
