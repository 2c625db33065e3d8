package org.laurel.programs.catalogue.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which pathways are asked for; null does not restrict.
 *
 * @param program uuid of a program that they lead on from
 * @param text a part of the name or the institution's name, ignoring case
 */
public record PathwayFilter(
        @Nullable PathwayType type,
        @Nullable PathwayStatus status,
        @Nullable UUID program,
        @Nullable String text) {}
