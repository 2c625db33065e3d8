package org.laurel.kit.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which version must hold for a change to be made, so that nobody overwrites what they have not seen. */
public sealed interface ExpectedVersion {

    /** No matter which, or none at all. */
    record Whatever() implements ExpectedVersion {}

    /** Some version must be there. */
    record Existing() implements ExpectedVersion {}

    /** One of these. */
    record OneOf(Set<Long> versions) implements ExpectedVersion {

        public OneOf {
            versions = Set.copyOf(versions);
        }
    }

    /**
     * Whether the version that holds is an expected one.
     *
     * @param current null when there is none
     */
    default boolean isMetBy(@Nullable Long current) {
        return switch (this) {
            case Whatever whatever -> true;
            case Existing existing -> current != null;
            case OneOf oneOf -> current != null && oneOf.versions().contains(current);
        };
    }
}
