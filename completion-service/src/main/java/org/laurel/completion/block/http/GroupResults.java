package org.laurel.completion.block.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of each learner of a group, usernames first, in the order of the request. */
public record GroupResults(List<Result> results) {

    /** Nobody has this name or id. */
    static final String UNKNOWN = "unknown_learner";

    /**
     * What became of one learner.
     *
     * @param username as the request names the learner, absent when it gives the id
     * @param learnerId absent when nobody has the username
     * @param outcome {@code created}: nothing was known of the block before; {@code updated}: another value; {@code unchanged}:
     *     the same value; {@code unknown_learner}: nobody has the name or id, and nothing was written
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(
            @Nullable String username, @Nullable String learnerId, String outcome) {}
}
