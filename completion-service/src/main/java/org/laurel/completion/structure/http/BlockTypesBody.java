package org.laurel.completion.structure.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.domain.ReplaceBlockTypes;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;

/**
 * A registry of block types to hold from now on, in the place of the one before.
 *
 * @param types by name how they count, in the words of a block's {@code completion_mode}; at most 1,000, and those that are not
 *     there are excluded
 * @param aggregated the aggregators whose sums are kept and told; {@code course} is one of them
 * @param changeReason why it changes, for the history
 */
public record BlockTypesBody(
        @NotNull Map<String, @NotNull String> types,
        @NotNull List<@NotNull String> aggregated,
        @Nullable @Size(max = 1000) String changeReason) {

    ReplaceBlockTypes command(ExpectedVersion expected, Instant at, Cause cause) {
        return new ReplaceBlockTypes(types, Set.copyOf(aggregated), expected, at, cause.because(changeReason));
    }
}
