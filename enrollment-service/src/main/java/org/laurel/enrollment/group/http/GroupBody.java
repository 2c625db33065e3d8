package org.laurel.enrollment.group.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A group as clients send it.
 *
 * @param name 1 to 32 characters without slashes and control characters, not blank
 * @param description absent for none
 */
record GroupBody(
        @NotNull @Size(min = 1, max = 32) @Pattern(regexp = "[^/\\x00-\\x1f]*[^/\\x00-\\x1f\\s][^/\\x00-\\x1f]*") String name,

        @Nullable @Size(max = 10_000) @Pattern(regexp = "[^\\x00]*") String description) {}
