package org.laurel.programs.catalogue.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way on from programs: credit elsewhere, or a job. Source: programs, pathway.
 *
 * @param id the number under which program documents and existing clients know it
 * @param orgName the institution that it leads to
 * @param email where records are sent, null when they cannot be
 * @param destinationUrl where a learner reads on, null without a page
 * @param programs uuids of the programs that it belongs to, in order; the catalogue need not know them
 */
public record Pathway(
        long id,
        UUID uuid,
        String name,
        String orgName,
        @Nullable String email,
        @Nullable String description,
        @Nullable String destinationUrl,
        PathwayType type,
        PathwayStatus status,
        List<UUID> programs) {

    public Pathway {
        programs = List.copyOf(programs);
    }

    /** The same pathway under another number. */
    public Pathway numbered(long number) {
        return new Pathway(number, uuid, name, orgName, email, description, destinationUrl, type, status, programs);
    }
}
