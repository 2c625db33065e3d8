package org.laurel.programs.detail.http;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.catalogue.domain.Pathway;

/**
 * Where a program leads.
 *
 * @param email to whom a record of the program is sent
 */
public record PathwayItem(
        long id,
        UUID uuid,
        String name,
        String orgName,
        @Nullable String email,
        @Nullable String description,
        @Nullable String destinationUrl,
        @Schema(enumeration = {"credit", "industry"}) String pathwayType,
        List<UUID> programUuids) {

    static List<PathwayItem> of(List<Pathway> pathways) {
        return pathways.stream().map(PathwayItem::of).toList();
    }

    private static PathwayItem of(Pathway pathway) {
        return new PathwayItem(
                pathway.id(),
                pathway.uuid(),
                pathway.name(),
                pathway.orgName(),
                pathway.email(),
                pathway.description(),
                pathway.destinationUrl(),
                pathway.type().slug(),
                pathway.programs());
    }
}
