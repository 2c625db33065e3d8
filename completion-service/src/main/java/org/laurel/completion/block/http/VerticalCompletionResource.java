package org.laurel.completion.block.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.block.domain.SeenBlock;
import org.laurel.completion.progress.http.EffectiveLearner;
import org.laurel.completion.progress.http.EffectiveLearner.Selected;
import org.laurel.completion.progress.http.Lookups;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;

/** Whether a learner is done with a vertical. */
@Path("/api/completion/v1/learners/{username}/vertical-completion")
@Authenticated
@Tag(name = "Completion")
public class VerticalCompletionResource {

    private static final String VERTICAL = "vertical";

    private final EffectiveLearner learners;
    private final SeenBlocks blocks;
    private final TrackingSwitch tracking;

    VerticalCompletionResource(EffectiveLearner learners, SeenBlocks blocks, TrackingSwitch tracking) {
        this.learners = learners;
        this.blocks = blocks;
        this.tracking = tracking;
    }

    /**
     * Whether the learner is done.
     *
     * @param complete whether everything is completed that the learner sees below the vertical, also when that is nothing; null
     *     while tracking is off
     */
    public record VerticalCompletion(
            String courseKey, String blockKey, @Nullable Boolean complete) {}

    @GET
    @Path("/{course_key: .+?}/{block_key: [^/]+/?|i4x:.+}")
    @Operation(
            summary = "Whether a learner is done with a vertical",
            description =
                    "For the learner, staff and service clients. 400 not_a_vertical for any other block; 404 for one "
                            + "that the learner does not see.")
    public VerticalCompletion get(
            @PathParam("username") String username,
            @PathParam("course_key") String courseKeyText,
            @PathParam("block_key") String blockKeyText) {
        CourseKey courseKey = Lookups.parsedCourseKey(courseKeyText);
        Selected learner = learners.known(username);
        SeenBlock seen = blocks.find(learner, courseKey, Lookups.blockKey(blockKeyText, courseKey));
        if (!seen.type().equals(VERTICAL)) {
            throw ProblemException.badRequest("not_a_vertical", "'" + seen.blockKey() + "' is not a vertical.");
        }
        return new VerticalCompletion(courseKey.value(), seen.blockKey(), tracking.isOn() ? seen.isDone() : null);
    }
}
