package org.laurel.programs.catalogue.http;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.catalogue.domain.Organization;

/** An organisation as clients see it. */
record OrganizationAnswer(
        UUID uuid,
        String key,
        String name,
        @Nullable String logoImageUrl,
        @Nullable String certificateLogoImageUrl) {

    static OrganizationAnswer of(Organization organization) {
        return new OrganizationAnswer(
                organization.uuid(),
                organization.key(),
                organization.name(),
                organization.logoImageUrl(),
                organization.certificateLogoImageUrl());
    }
}
