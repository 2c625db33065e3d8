package org.laurel.programs.catalogue.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who gives programs and courses.
 *
 * @param key short and unique, such as {@code MITx}
 * @param name what people call it
 * @param logoImageUrl null without a logo
 * @param certificateLogoImageUrl the logo on certificates, null without one
 */
public record Organization(
        UUID uuid,
        String key,
        String name,
        @Nullable String logoImageUrl,
        @Nullable String certificateLogoImageUrl) {}
