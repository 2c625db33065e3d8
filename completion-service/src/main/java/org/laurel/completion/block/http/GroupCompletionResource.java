package org.laurel.completion.block.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.block.http.GroupResults.Result;
import org.laurel.completion.learner.db.LearnerQuery;
import org.laurel.completion.progress.app.ProgressAccounting;
import org.laurel.completion.progress.domain.ProgressOutcome;
import org.laurel.completion.progress.http.Lookups;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Takes in what several learners completed together. */
@Path("/api/completion/v1/completion-group")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Completion")
public class GroupCompletionResource {

    private static final int MOST_LEARNERS = 1_000;

    private final LearnerQuery learners;
    private final TrackingSwitch tracking;
    private final ProgressAccounting accounting;
    private final Caller caller;
    private final Clock clock;

    GroupCompletionResource(
            LearnerQuery learners, TrackingSwitch tracking, ProgressAccounting accounting, Caller caller, Clock clock) {
        this.learners = learners;
        this.tracking = tracking;
        this.accounting = accounting;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Submit one block's completion for several learners",
            description =
                    "Learners are named by username, by id, or some so and some so. Each gets a result, and one whom "
                            + "nobody knows does not fail the others. Neither enrollments nor whether the block exists are checked. "
                            + "400 completion_tracking_disabled while tracking is off.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each learner",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GroupResults.class)))
    public Response submit(@NotNull @Valid GroupCompletion group) {
        tracking.requireOn();
        requireSize(group);
        long units = SubmissionReading.units(group.completion());
        CourseKey courseKey = Lookups.parsedCourseKey(group.courseKey());
        String blockKey = SubmissionReading.stored(group.blockKey(), courseKey);
        Map<String, LearnerId> byUsername = learners.byUsernames(group.named());
        Map<String, LearnerId> byId = learners.known(group.identified());
        Set<LearnerId> known = new LinkedHashSet<>(byUsername.values());
        known.addAll(byId.values());
        SubmissionReading reading = new SubmissionReading(caller.cause(), clock.instant());
        Map<LearnerId, ProgressOutcome> outcomes = accounting
                .apply(known.stream()
                        .map(learner -> reading.command(new CourseLearner(courseKey, learner), blockKey, units))
                        .toList())
                .stream()
                .collect(Collectors.toMap(outcome -> outcome.key().learnerId(), Function.identity()));
        Stream<Result> named = group.named().stream().map(username -> {
            LearnerId learner = byUsername.get(username);
            return new Result(username, learner == null ? null : learner.value(), outcome(learner, outcomes));
        });
        Stream<Result> identified =
                group.identified().stream().map(id -> new Result(null, id, outcome(byId.get(id), outcomes)));
        return Response.ok(new GroupResults(Stream.concat(named, identified).toList()))
                .build();
    }

    private static void requireSize(GroupCompletion group) {
        int size = group.named().size() + group.identified().size();
        if (size == 0 || size > MOST_LEARNERS) {
            throw ProblemException.badRequest("invalid_group", "A group has 1 to 1,000 learners.");
        }
    }

    private static String outcome(@Nullable LearnerId learner, Map<LearnerId, ProgressOutcome> outcomes) {
        ProgressOutcome outcome = learner == null ? null : outcomes.get(learner);
        if (outcome == null) {
            return GroupResults.UNKNOWN;
        }
        if (!outcome.created().isEmpty()) {
            return "created";
        }
        return outcome.changed().isEmpty() ? "unchanged" : "updated";
    }
}
