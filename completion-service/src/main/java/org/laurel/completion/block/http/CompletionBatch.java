package org.laurel.completion.block.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Completions of one learner in one course run.
 *
 * @param blocks values from 0 to 1 by block key, at most 1,000
 */
public record CompletionBatch(
        @Nullable String username,
        @Nullable String courseKey,
        @Nullable Map<String, @Nullable Object> blocks) {}
