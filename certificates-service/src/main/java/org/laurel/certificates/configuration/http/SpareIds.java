package org.laurel.certificates.configuration.http;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ids for items that come without one. */
final class SpareIds {

    private static final long LARGEST = Integer.MAX_VALUE;

    private SpareIds() {}

    /** The first id above those given; 1 when none is. Ids beyond 31 bits do not push it further. */
    static long after(Stream<@Nullable Long> given) {
        return given.filter(Objects::nonNull)
                        .mapToLong(id -> id == null ? 0 : id)
                        .filter(id -> id >= 0 && id < LARGEST)
                        .max()
                        .orElse(0)
                + 1;
    }
}
