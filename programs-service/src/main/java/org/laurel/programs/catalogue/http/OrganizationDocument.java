package org.laurel.programs.catalogue.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The members of an organisation's document that Laurel reads, for the API's description; others are passed over.
 *
 * @param name the key when absent
 */
@Schema(additionalProperties = Schema.True.class)
record OrganizationDocument(
        @Nullable String uuid,
        @Schema(required = true, maxLength = 255) String key,
        @Schema(maxLength = 255) @Nullable String name,
        @Schema(maxLength = 512) @Nullable String logoImageUrl,
        @Schema(maxLength = 512) @Nullable String certificateLogoImageUrl) {}
