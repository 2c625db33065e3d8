package org.laurel.programs.catalogue.http;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The members of a pathway's document that Laurel reads, for the API's description; others are passed over.
 *
 * @param id the one that it has, or the next free one, when absent
 * @param programUuids programs that it belongs to
 * @param programs the same as a discovery service serves them, read when {@code program_uuids} is absent
 */
@Schema(additionalProperties = Schema.True.class)
record PathwayDocument(
        @Nullable Long id,
        @Nullable String uuid,
        @Schema(required = true, maxLength = 255) String name,
        @Schema(required = true, maxLength = 255) String orgName,
        @Schema(maxLength = 254) @Nullable String email,
        @Schema(maxLength = 10000) @Nullable String description,
        @Schema(maxLength = 512) @Nullable String destinationUrl,

        @Schema(
                enumeration = {"credit", "industry"},
                defaultValue = "credit")
        @Nullable String pathwayType,

        @Schema(
                enumeration = {"published", "unpublished", "retired"},
                defaultValue = "published")
        @Nullable String status,

        @Nullable List<String> programUuids,
        @Nullable List<Program> programs) {

    /** A program that it belongs to. */
    @Schema(name = "ProgramOfPathway")
    record Program(@Schema(required = true) String uuid) {}
}
