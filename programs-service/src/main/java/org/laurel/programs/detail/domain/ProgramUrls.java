package org.laurel.programs.detail.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.settings.domain.SiteSettings;

/**
 * Where a learner goes on from a program. Source: programs, other helpers.
 *
 * @param commerceApiUrl where the platform makes baskets, null without a shop
 * @param buyButtonUrl where everything that is missing is bought at once
 * @param programRecordUrl the learner's record of the program, null where there are no records
 * @param programMarketingUrl where programs are advertised
 */
public record ProgramUrls(
        String programListingUrl,
        String trackSelectionUrl,
        @Nullable String commerceApiUrl,
        @Nullable String buyButtonUrl,
        @Nullable String programRecordUrl,
        @Nullable String programMarketingUrl) {

    private static final String LISTING = "/dashboard/programs/";
    private static final String TRACKS = "/course_modes/choose/";
    private static final String BASKETS = "/api/commerce/v0/baskets/";

    /** The addresses of a program. */
    public static ProgramUrls of(ShownProgram shown, SiteSettings settings) {
        Addresses addresses = shown.showing().addresses();
        ProgramDetail program = shown.program();
        return new ProgramUrls(
                LISTING,
                TRACKS,
                settings.commerceUrl() == null ? null : BASKETS,
                addresses.purchase(program, shown.purchase().skus()),
                keepsRecords(program, settings) ? addresses.programRecord(program.uuid()) : null,
                addresses.marketing());
    }

    /** The same for a learner who has nothing to show yet. */
    public ProgramUrls withoutRecord() {
        return new ProgramUrls(
                programListingUrl, trackSelectionUrl, commerceApiUrl, buyButtonUrl, null, programMarketingUrl);
    }

    private static boolean keepsRecords(ProgramDetail program, SiteSettings settings) {
        return program.authoringOrganizations().isEmpty()
                ? settings.recordsEnabled()
                : program.authoringOrganizations().stream()
                        .anyMatch(organization ->
                                settings.keepsRecords(organization.key() == null ? "" : organization.key()));
    }
}
