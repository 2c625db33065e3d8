package org.laurel.completion.block.http;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.learner.db.LearnerQuery;
import org.laurel.completion.progress.app.ProgressAccounting;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.progress.http.EffectiveLearner;
import org.laurel.completion.progress.http.EffectiveLearner.Selected;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Takes completions in by REST: all of a request or nothing. */
@Path("/api/completion/v1/completion-batch")
@Authenticated
@Tag(name = "Completion")
public class CompletionBatchResource {

    private static final int MOST_BLOCKS = 1_000;

    private final ProgressAccounting accounting;
    private final EffectiveLearner learners;
    private final LearnerQuery enrollments;
    private final TrackingSwitch tracking;
    private final Caller caller;
    private final Clock clock;

    CompletionBatchResource(
            ProgressAccounting accounting,
            EffectiveLearner learners,
            LearnerQuery enrollments,
            TrackingSwitch tracking,
            Caller caller,
            Clock clock) {
        this.accounting = accounting;
        this.learners = learners;
        this.enrollments = enrollments;
        this.tracking = tracking;
        this.caller = caller;
        this.clock = clock;
    }

    /** The answer that existing clients expect. */
    public record Done(String detail) {}

    @POST
    @Idempotent
    @Operation(
            summary = "Submit a learner's completions",
            description =
                    "For the learner whom the body names, staff and service clients. Whether a block exists is not "
                            + "checked; it counts as soon as the structure has it. 400 completion_tracking_disabled "
                            + "while tracking is off.")
    @APIResponse(
            responseCode = "200",
            description = "All are taken in",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Done.class)))
    @APIResponse(responseCode = "404", description = "There is no such learner")
    public Response submit(@NotNull CompletionBatch batch) {
        learners.requireMayName(batch.username());
        tracking.requireOn();
        String username = required("username", batch.username());
        String courseKeyText = required("course_key", batch.courseKey());
        Map<String, @Nullable Object> blocks = required("blocks", batch.blocks());
        Selected learner = learners.known(username);
        CourseKey courseKey = contextKey(courseKeyText);
        if (!enrollments.isEnrolled(learner.id(), courseKey)) {
            throw ProblemException.badRequest("not_enrolled", "User is not enrolled in course.");
        }
        if (blocks.size() > MOST_BLOCKS) {
            throw ProblemException.badRequest("too_many_blocks", "A batch takes at most 1,000 blocks.");
        }
        accounting.apply(commands(new CourseLearner(courseKey, learner.id()), blocks));
        return Response.ok(new Done("ok")).build();
    }

    private List<ProgressCommand> commands(CourseLearner key, Map<String, @Nullable Object> blocks) {
        SubmissionReading reading = new SubmissionReading(caller.cause(), clock.instant());
        Map<String, ProgressCommand> commands = new LinkedHashMap<>();
        blocks.forEach((text, value) -> {
            String block = SubmissionReading.stored(text, key.courseKey());
            ProgressCommand command = reading.command(key, block, SubmissionReading.units(value));
            if (commands.put(block, command) != null) {
                throw ProblemException.badRequest("repeated_block", "Block '" + block + "' is there twice.");
            }
        });
        return List.copyOf(commands.values());
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw keyNotFound(name);
        }
        return value;
    }

    private static ProblemException keyNotFound(String name) {
        return ProblemException.badRequest("key_not_found", "Key '" + name + "' not found.");
    }

    private static CourseKey contextKey(String text) {
        try {
            return new CourseKey(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("invalid_course_key", "Invalid learning context key: " + text);
        }
    }
}
