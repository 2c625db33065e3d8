package org.laurel.programs.catalogue.domain;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;

/**
 * Which programs are asked for; null or an empty set does not restrict, except that deleted programs are only given when asked
 * for by status.
 *
 * @param types slugs in lower case
 * @param organization key or uuid of an authoring organisation
 * @param courseKey a run that a program has
 * @param course uuid of a course that a program has
 * @param hidden whether they are hidden
 * @param text a part of the title or of the marketing slug, ignoring case
 */
public record ProgramFilter(
        Set<ProgramStatus> statuses,
        Set<String> types,
        @Nullable String organization,
        @Nullable CourseKey courseKey,
        @Nullable UUID course,
        Set<UUID> uuids,
        @Nullable Boolean hidden,
        @Nullable String text) {

    public ProgramFilter {
        statuses = statuses.isEmpty()
                ? Set.of(ProgramStatus.ACTIVE, ProgramStatus.RETIRED, ProgramStatus.UNPUBLISHED)
                : Set.copyOf(statuses);
        types = Set.copyOf(types);
        uuids = Set.copyOf(uuids);
    }
}
