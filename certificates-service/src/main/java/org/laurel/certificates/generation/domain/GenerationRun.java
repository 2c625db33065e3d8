package org.laurel.certificates.generation.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CertificateCommand;
import org.laurel.events.key.CourseKey;

/**
 * One start of a generation or regeneration: an entry of the generation history. Source: certificates,
 * CertificateGenerationHistory.
 *
 * @param jobId the job that does the work, or did
 * @param generatedBy who started it
 * @param reason why, in a person's words; null when nobody said
 * @param regeneration whether it was started with statuses
 * @param input what it was started with, see {@link Selector#input}
 * @param createdAt when it was started: the business time of what it asks for
 * @param chunkSize learners of one transaction at most
 * @param reducedTo the same while the learner is searched who makes a chunk fail: 0 when it is the next one; null in good times
 */
public record GenerationRun(
        long id,
        long jobId,
        CourseKey courseKey,
        String generatedBy,
        @Nullable String reason,
        boolean regeneration,
        Map<String, Object> input,
        Instant createdAt,
        int chunkSize,
        @Nullable Integer reducedTo,
        Progress progress) {

    private static final int SEARCH_FACTOR = 10;

    /**
     * How far it is.
     *
     * @param state {@code running}, {@code paused}, {@code failed} (it can be resumed), {@code done} or {@code cancelled}
     * @param done learners so far
     * @param total learners when it was started; others may have come and gone since
     * @param counts learners by {@link RunOutcome}
     * @param error why its last chunk failed, null when it did not
     */
    public record Progress(
            String state,
            long done,
            @Nullable Long total,
            Map<String, Long> counts,
            @Nullable String error,
            @Nullable Instant finishedAt) {}

    /** What is asked for each of its learners. */
    public CertificateCommand command() {
        return regeneration ? CertificateCommand.ADD : CertificateCommand.GENERATE;
    }

    /** What its requests are known by as facts: the same when a chunk is done again. */
    public String factId() {
        return "job:" + jobId;
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

    /** How many learners to try after a chunk that worked; null once that is as many as ever. */
    public @Nullable Integer recovered() {
        int more = nextChunk() * SEARCH_FACTOR;
        return more >= chunkSize ? null : more;
    }

    /** The same, as far as it has come by now. */
    public GenerationRun at(Progress now) {
        return new GenerationRun(
                id, jobId, courseKey, generatedBy, reason, regeneration, input, createdAt, chunkSize, reducedTo, now);
    }

    /** When it will be done if it goes on as so far; empty while nobody can tell. */
    public Optional<Instant> expectedEnd(Instant now) {
        Long total = progress.total();
        if (!progress.state().equals("running") || total == null || progress.done() == 0 || !now.isAfter(createdAt)) {
            return Optional.empty();
        }
        long left = Math.max(0, total - progress.done());
        double each = Duration.between(createdAt, now).toMillis() / (double) progress.done();
        return Optional.of(now.plusMillis(Math.round(each * left)));
    }
}
