package org.laurel.completion.block.http;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.completion.block.db.BlockCompletionQuery;
import org.laurel.completion.progress.app.ProgressAccounting;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.progress.domain.Units;
import org.laurel.completion.progress.http.EffectiveLearner;
import org.laurel.completion.progress.http.EffectiveLearner.Selected;
import org.laurel.completion.progress.http.Lookups;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** A learner's completions of single blocks in a course run. */
@Path("/api/completion/v1/learners/{username}/completions/{course_key: .+}")
@Authenticated
@Tag(name = "Completion")
public class LearnerCompletionsResource {

    private static final int MOST_BLOCKS = 1_000;

    private final EffectiveLearner learners;
    private final BlockCompletionQuery completions;
    private final ProgressAccounting accounting;
    private final Caller caller;
    private final Clock clock;

    LearnerCompletionsResource(
            EffectiveLearner learners,
            BlockCompletionQuery completions,
            ProgressAccounting accounting,
            Caller caller,
            Clock clock) {
        this.learners = learners;
        this.completions = completions;
        this.accounting = accounting;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "A learner's completions of the given blocks",
            description = "block_keys is a list separated by commas, or there several times; 1 to 1,000 keys. 0 where "
                    + "nothing is known of a block. For the learner, staff and service clients.")
    public CompletionsAnswer get(
            @PathParam("username") String username,
            @PathParam("course_key") String courseKey,
            @QueryParam("block_keys") List<String> blockKeys) {
        List<String> keys = blockKeys.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .map(Lookups::withPluses)
                .toList();
        if (keys.isEmpty() || keys.size() > MOST_BLOCKS) {
            throw ProblemException.badRequest("invalid_block_keys", "block_keys takes 1 to 1,000 block keys.");
        }
        return read(username, courseKey, keys);
    }

    @POST
    @Idempotent
    @Operation(
            summary = "A learner's completions of the given blocks, for lists too long for an address",
            description = "Changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The completions",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CompletionsAnswer.class)))
    public Response find(
            @PathParam("username") String username,
            @PathParam("course_key") String courseKey,
            @NotNull @Valid BlockKeysBody body) {
        return Response.ok(read(username, courseKey, body.blockKeys())).build();
    }

    @DELETE
    @Idempotent
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Operation(
            summary = "Clear a learner's completions in a course run",
            description =
                    "The sums follow in the same transaction. What arrives later and happened before does not count; "
                            + "what happens from now on does.")
    @APIResponse(
            responseCode = "200",
            description = "How many completions there were",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ClearedAnswer.class)))
    public Response clear(@PathParam("username") String username, @PathParam("course_key") String courseKeyText) {
        CourseKey courseKey = Lookups.parsedCourseKey(courseKeyText);
        Selected learner = learners.known(username);
        int removed = accounting
                .apply(List.of(new ProgressCommand.Clear(
                        new CourseLearner(courseKey, learner.id()), clock.instant(), caller.cause())))
                .getFirst()
                .forgotten()
                .size();
        return Response.ok(new ClearedAnswer(courseKey.value(), learner.username(), removed))
                .build();
    }

    private CompletionsAnswer read(String username, String courseKeyText, List<String> blockKeys) {
        CourseKey courseKey = Lookups.parsedCourseKey(courseKeyText);
        Selected learner = learners.known(username);
        Map<String, String> stored = new LinkedHashMap<>();
        blockKeys.forEach(key -> stored.put(key, SubmissionReading.stored(key, courseKey)));
        Map<String, Long> known = completions.units(new CourseLearner(courseKey, learner.id()), stored.values());
        Map<String, Double> answer = new LinkedHashMap<>();
        stored.forEach((key, block) -> answer.put(key, known.getOrDefault(block, 0L) / (double) Units.ONE));
        return new CompletionsAnswer(courseKey.value(), learner.username(), answer);
    }
}
