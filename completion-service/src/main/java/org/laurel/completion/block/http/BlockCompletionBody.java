package org.laurel.completion.block.http;

import org.jspecify.annotations.Nullable;

/**
 * A completion of one block.
 *
 * @param completion from 0 to 1
 * @param username whose it is; the caller's when absent
 */
public record BlockCompletionBody(
        @Nullable Object completion, @Nullable String username) {}
