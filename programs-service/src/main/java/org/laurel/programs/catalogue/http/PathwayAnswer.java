package org.laurel.programs.catalogue.http;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.catalogue.domain.Pathway;

/**
 * A pathway as clients see it.
 *
 * @param email where records are sent; for staff and service clients only, otherwise null
 * @param programUuids programs that it belongs to
 */
record PathwayAnswer(
        long id,
        UUID uuid,
        String name,
        String orgName,
        @Nullable String email,
        @Nullable String description,
        @Nullable String destinationUrl,
        String pathwayType,
        String status,
        List<UUID> programUuids) {

    /** @param withEmail whether the reader may know the address */
    static PathwayAnswer of(Pathway pathway, boolean withEmail) {
        return new PathwayAnswer(
                pathway.id(),
                pathway.uuid(),
                pathway.name(),
                pathway.orgName(),
                withEmail ? pathway.email() : null,
                pathway.description(),
                pathway.destinationUrl(),
                pathway.type().slug(),
                pathway.status().slug(),
                pathway.programs());
    }
}
