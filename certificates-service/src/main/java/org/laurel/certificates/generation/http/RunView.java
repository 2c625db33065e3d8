package org.laurel.certificates.generation.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.generation.db.GenerationRunQuery.LeftOut;
import org.laurel.certificates.generation.domain.Candidates;
import org.laurel.certificates.generation.domain.Candidates.Wording;
import org.laurel.certificates.generation.domain.GenerationRun;
import org.laurel.certificates.generation.domain.RunCounts;

/**
 * A generation run: an entry of the history, and how far it is.
 *
 * @param taskId the job that does the work
 * @param taskName {@code Generated} or {@code Regenerated}
 * @param candidates whom it is about, in words
 * @param details the same in the words of today's instructor dashboard
 * @param input what it was started with
 * @param state {@code running}, {@code paused}, {@code failed} (it can be resumed), {@code done} or {@code cancelled}
 * @param done learners so far
 * @param total learners when it was started
 * @param expectedEndAt when it will be done if it goes on as so far, null while nobody can tell
 * @param error why its last chunk failed, null when it did not
 * @param leftOut learners whom it had to leave out, the first hundred; told of a single run only
 */
public record RunView(
        long id,
        String courseKey,
        String taskId,
        String taskName,
        boolean isRegeneration,
        String candidates,
        String details,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        Map<String, Object> input,

        String generatedBy,
        @Nullable String reason,
        String state,
        long done,
        @Nullable Long total,
        RunCounts counts,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Instant expectedEndAt,
        @Nullable String error,
        List<LeftOut> leftOut) {

    static RunView of(GenerationRun run, Instant now) {
        return of(run, List.of(), now);
    }

    static RunView of(GenerationRun run, List<LeftOut> leftOut, Instant now) {
        return new RunView(
                run.id(),
                run.courseKey().value(),
                String.valueOf(run.jobId()),
                taskName(run),
                run.regeneration(),
                Candidates.text(run.input(), Wording.OLDER),
                Candidates.text(run.input(), Wording.TODAY),
                run.input(),
                run.generatedBy(),
                run.reason(),
                run.progress().state(),
                run.progress().done(),
                run.progress().total(),
                RunCounts.of(run.progress().counts()),
                run.createdAt(),
                run.progress().finishedAt(),
                run.expectedEnd(now).orElse(null),
                run.progress().error(),
                leftOut);
    }

    static String taskName(GenerationRun run) {
        return run.regeneration() ? "Regenerated" : "Generated";
    }
}
