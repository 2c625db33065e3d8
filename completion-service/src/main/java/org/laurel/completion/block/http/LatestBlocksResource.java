package org.laurel.completion.block.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.completion.block.db.BlockCompletionQuery;
import org.laurel.completion.progress.http.EffectiveLearner;
import org.laurel.completion.progress.http.Lookups;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.kit.problem.ProblemException;

/** Where a learner was last, for clients that let him go on from there. */
@Path("/api/completion/v1/learners/{username}/latest-blocks")
@Authenticated
@Tag(name = "Completion")
public class LatestBlocksResource {

    private final EffectiveLearner learners;
    private final BlockCompletionQuery completions;

    LatestBlocksResource(EffectiveLearner learners, BlockCompletionQuery completions) {
        this.learners = learners;
        this.completions = completions;
    }

    @GET
    @Operation(
            summary = "A learner's latest block in every course run, by course key",
            description =
                    "For the learner, staff and service clients. Course runs without any completion are left out. "
                            + "A block counts as the latest whatever its value, and although it may have left the structure.")
    public Map<String, LatestBlock> all(@PathParam("username") String username) {
        Map<String, LatestBlock> byCourse = new LinkedHashMap<>();
        completions
                .latest(learners.known(username).id())
                .forEach(latest -> byCourse.put(latest.courseKey(), LatestBlock.of(latest)));
        return byCourse;
    }

    @GET
    @Path("/{course_key: .+}")
    @Operation(
            summary = "A learner's latest block in one course run",
            description = "404 unavailable_completion_data when there is none.")
    public LatestBlock one(@PathParam("username") String username, @PathParam("course_key") String courseKeyText) {
        CourseLearner key = new CourseLearner(
                Lookups.parsedCourseKey(courseKeyText), learners.known(username).id());
        return completions
                .latest(key)
                .map(LatestBlock::of)
                .orElseThrow(() -> ProblemException.notFound(
                        "unavailable_completion_data", "The learner has completed nothing in this course run."));
    }
}
