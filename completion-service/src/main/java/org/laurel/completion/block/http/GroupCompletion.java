package org.laurel.completion.block.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One completion of one block, which several learners reached together.
 *
 * @param completion from 0 to 1
 * @param usernames of learners; with {@code learnerIds} at most 1,000 and at least one
 */
public record GroupCompletion(
        @NotBlank String courseKey,
        @NotBlank String blockKey,
        @Nullable Object completion,
        @Nullable @Size(max = 1000) List<@NotNull String> usernames,
        @Nullable @Size(max = 1000) List<@NotNull String> learnerIds) {

    List<String> named() {
        return usernames == null ? List.of() : usernames;
    }

    List<String> identified() {
        return learnerIds == null ? List.of() : learnerIds;
    }
}
