package org.laurel.programs.catalogue.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisation as a program document names it. */
public record OrganizationDetail(
        @Nullable UUID uuid,
        @Nullable String key,
        @Nullable String name,
        @Nullable String logoImageUrl,
        @Nullable String certificateLogoImageUrl) {

    static OrganizationDetail of(Members members) {
        return new OrganizationDetail(
                members.uuid("uuid"),
                members.text("key"),
                members.text("name"),
                members.text("logo_image_url"),
                members.text("certificate_logo_image_url"));
    }
}
