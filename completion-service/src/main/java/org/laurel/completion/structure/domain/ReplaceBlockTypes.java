package org.laurel.completion.structure.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;

/**
 * Have another registry of block types hold from now on, if an expected version does until now.
 *
 * @param modes words by type
 */
public record ReplaceBlockTypes(
        Map<String, String> modes, Set<String> aggregated, ExpectedVersion expected, Instant at, Cause cause) {

    public ReplaceBlockTypes {
        modes = Map.copyOf(modes);
        aggregated = Set.copyOf(aggregated);
    }
}
