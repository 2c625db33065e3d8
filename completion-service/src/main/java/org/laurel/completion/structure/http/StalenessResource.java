package org.laurel.completion.structure.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.completion.structure.db.StaleBlocksQuery;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.security.Roles;

/** What changed in course runs since their structures were published. */
@Path("/api/completion/v1/course-structures/{course_key: .+}/stale-blocks")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Course structures")
public class StalenessResource {

    private static final int MOST = 100;

    private final StaleBlocksQuery blocks;

    StalenessResource(StaleBlocksQuery blocks) {
        this.blocks = blocks;
    }

    @GET
    @Operation(
            summary = "Whether a course run changed after its structure was published",
            description =
                    "Blocks that were published or deleted where the course is written, later than the structure that "
                            + "counts. Nothing is counted by them: publish a structure that is not older.")
    public StalenessAnswer get(@PathParam("course_key") String courseKeyText) {
        CourseKey courseKey = CourseKeys.parsed(courseKeyText);
        return StalenessAnswer.of(courseKey, blocks.of(courseKey, MOST).orElseThrow(CourseKeys::structureNotFound));
    }
}
