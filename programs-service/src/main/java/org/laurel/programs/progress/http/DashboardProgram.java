package org.laurel.programs.progress.http;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.catalogue.domain.OrganizationDetail;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.progress.domain.ProgramProgress;

/**
 * A program on the dashboard.
 *
 * @param type display name of the program's type
 * @param bannerImage as the program's document has it
 */
record DashboardProgram(
        UUID uuid,
        String title,
        @Nullable String type,

        @Schema(type = SchemaType.OBJECT, nullable = true) @Nullable Object bannerImage,

        List<Organization> authoringOrganizations,
        ProgressItem.Counted progress) {

    /** Who gives the program. */
    @Schema(name = "DashboardOrganization")
    record Organization(@Nullable String key, @Nullable String logoImageUrl) {

        static Organization of(OrganizationDetail organization) {
            return new Organization(organization.key(), organization.logoImageUrl());
        }
    }

    static DashboardProgram of(ProgramProgress progress) {
        ProgramDetail program = progress.program();
        return new DashboardProgram(
                program.uuid(),
                program.title(),
                program.type(),
                program.members().values().get("banner_image"),
                program.authoringOrganizations().stream().map(Organization::of).toList(),
                ProgressItem.Counted.of(progress));
    }
}
