package org.laurel.programs.repair.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.credential.domain.Repaired.Outcome;
import org.laurel.programs.repair.db.RepairQuery.LeftOut;
import org.laurel.programs.repair.db.RepairQuery.Sample;
import org.laurel.programs.repair.domain.Repair;

/**
 * A repair: what it was started with, and how far it is.
 *
 * @param taskId the job that does the work
 * @param all whether it is about everybody and every program
 * @param programs uuids, empty for any
 * @param courseRuns keys, empty for any
 * @param listed how many learners the list has, null without one
 * @param state {@code running}, {@code paused}, {@code failed} (it can be resumed), {@code done} or {@code cancelled}
 * @param done learners so far
 * @param total learners when it began, null until they are counted
 * @param expectedEndAt when it will be done if it goes on as so far, null while nobody can tell
 * @param error why its last chunk failed, null when it did not
 * @param samples what a dry run would do, the first twenty of each kind; told of a single repair only
 * @param leftOut learners whom it had to leave out, the first hundred; told of a single repair only
 */
public record RepairView(
        long id,
        String taskId,
        boolean all,
        List<UUID> programs,
        List<String> courseRuns,
        @Nullable Integer listed,
        boolean award,
        boolean revoke,
        boolean dryRun,
        String createdBy,
        @Nullable String reason,
        String state,
        long done,
        @Nullable Long total,
        Counts counts,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Instant expectedEndAt,
        @Nullable String error,
        Samples samples,
        List<LeftOut> leftOut) {

    /**
     * Credentials by outcome; in a dry run by what would come out.
     *
     * @param awarded program credentials that begin to hold
     * @param revoked program credentials that cease to hold
     * @param redated program credentials that hold as before, and may be seen from another date
     * @param pending complete programs whose award waits until nothing stands in its way
     * @param unchanged program credentials, or missing ones, that were right
     * @param courseCredentials course credentials that were brought in line with their certificates
     * @param failed learners who were left out
     */
    @Schema(name = "RepairCounts")
    public record Counts(
            long awarded,
            long revoked,
            long redated,
            long pending,
            long unchanged,
            long courseCredentials,
            long failed) {

        static Counts of(Map<String, Long> words) {
            return new Counts(
                    count(words, Outcome.AWARDED),
                    count(words, Outcome.REVOKED),
                    count(words, Outcome.REDATED),
                    count(words, Outcome.PENDING),
                    count(words, Outcome.UNCHANGED),
                    count(words, Outcome.COURSE_CREDENTIAL),
                    words.getOrDefault("failed", 0L));
        }

        private static long count(Map<String, Long> words, Outcome outcome) {
            return words.getOrDefault(outcome.slug(), 0L);
        }
    }

    /** What a dry run would award and revoke. */
    @Schema(name = "RepairSamples")
    public record Samples(List<Item> awarded, List<Item> revoked) {

        static final Samples NONE = new Samples(List.of(), List.of());

        static Samples of(List<Sample> samples) {
            return new Samples(items(samples, Outcome.AWARDED), items(samples, Outcome.REVOKED));
        }

        private static List<Item> items(List<Sample> samples, Outcome kind) {
            return samples.stream()
                    .filter(sample -> sample.kind().equals(kind.slug()))
                    .map(sample -> new Item(sample.learnerId(), sample.username(), sample.programUuid()))
                    .toList();
        }
    }

    /** One credential. */
    @Schema(name = "RepairSample")
    public record Item(String learnerId, @Nullable String username, UUID programUuid) {}

    static RepairView of(Repair repair, Instant now) {
        return of(repair, Samples.NONE, List.of(), now);
    }

    static RepairView of(Repair repair, Samples samples, List<LeftOut> leftOut, Instant now) {
        return new RepairView(
                repair.id(),
                String.valueOf(repair.jobId()),
                repair.scope().isAll(),
                repair.scope().programs(),
                repair.scope().courseRuns().stream().map(CourseKey::value).toList(),
                repair.scope().listed(),
                repair.rule().awards(),
                repair.rule().revokes(),
                repair.isDryRun(),
                repair.createdBy(),
                repair.reason(),
                repair.progress().state(),
                repair.progress().done(),
                repair.progress().total(),
                Counts.of(repair.progress().counts()),
                repair.createdAt(),
                repair.progress().finishedAt(),
                repair.expectedEnd(now).orElse(null),
                repair.progress().error(),
                samples,
                leftOut);
    }
}
