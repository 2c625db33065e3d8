package org.laurel.completion.progress.http;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one course run is asked for with in a body.
 *
 * @param userIds only these learners: up to 500 ids, numbers or texts; unknown ones are ignored, and an empty list is for nobody
 * @param requestedFields types of blocks of which sums are kept, mean, username
 * @param rootBlock the block that the answer is about, with what lies below it; 404 when it is not in the course run
 */
public record CourseCompletionQuery(
        @Schema(description = "Up to 500 ids: integers or texts") @Nullable List<@Nullable Object> userIds,

        @Nullable List<@Nullable String> requestedFields,
        @Nullable String rootBlock,
        @Nullable String username) {}
