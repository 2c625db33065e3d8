package org.laurel.completion.block.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.completion.progress.http.EffectiveLearner;
import org.laurel.completion.progress.http.Lookups;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Whether the caller is done with a subsection. */
@Path("/api/completion/v1/subsection-completion/{username}")
@Authenticated
@Tag(name = "Completion")
public class SubsectionCompletionResource {

    private final EffectiveLearner learners;
    private final SeenBlocks blocks;
    private final Caller caller;

    SubsectionCompletionResource(EffectiveLearner learners, SeenBlocks blocks, Caller caller) {
        this.learners = learners;
        this.blocks = blocks;
        this.caller = caller;
    }

    /**
     * How far the caller is.
     *
     * @param completion of a block with others below 1 when everything is completed that the learner sees there, also when that
     *     is nothing, otherwise 0; of a single block its completion
     */
    public record SubsectionCompletion(double completion) {}

    @GET
    @Path("/{course_key: .+?}/{subsection_id: [^/]+/?|i4x:.+}")
    @Operation(
            summary = "Whether the caller is done with a subsection, or any other block",
            description =
                    "For the learner only: others are told that there is no such learner, and staff and service "
                            + "clients that they may not. 404 for a block that the learner does not see or that does not count.")
    public SubsectionCompletion get(
            @PathParam("username") String username,
            @PathParam("course_key") String courseKey,
            @PathParam("subsection_id") String subsectionId) {
        if (!caller.is(username)) {
            throw caller.isPrivileged()
                    ? EffectiveLearner.forbidden()
                    : ProblemException.notFound("user_not_found", "Not found.");
        }
        CourseKey key = Lookups.parsedCourseKey(courseKey);
        return new SubsectionCompletion(blocks.find(learners.self(), key, Lookups.blockKey(subsectionId, key))
                .completion());
    }
}
