package org.laurel.programs.catalogue.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What something of the catalogue once said.
 *
 * @param place where it stands in the history
 * @param operation {@code created}, {@code changed} or {@code deleted}
 * @param number the version
 * @param at business time of the change
 * @param by who changed it
 * @param reason why, null when nobody said
 */
public record Version<T>(
        long place,
        String operation,
        long number,
        T value,
        Instant at,
        String by,
        @Nullable String reason) {}
