package org.laurel.completion.progress.http;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What one course run is asked for with in a query. */
public class DetailParameters {

    @QueryParam("username")
    @Nullable String username;

    @QueryParam("requested_fields")
    @Parameter(description = "Separated by commas: types of blocks of which sums are kept, mean, username")
    List<String> requestedFields = List.of();

    @QueryParam("root_block")
    @Parameter(
            description =
                    "The block that the answer is about, with what lies below it; 404 when it is not in the course run")
    @Nullable String rootBlock;

    @QueryParam("user_ids")
    @Parameter(
            description =
                    "Only these learners: up to 500 ids separated by commas or full stops; unknown ones are ignored")
    @Nullable String userIds;
}
