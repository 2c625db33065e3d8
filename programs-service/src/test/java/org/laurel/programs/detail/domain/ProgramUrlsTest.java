package org.laurel.programs.detail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.programs.settings.domain.SiteSettings;

/** Where a learner goes on from a program. */
class ProgramUrlsTest {

    private static final String RECORD = "https://laurel.example/records/programs/2b8f3a8e6d5b4b439a523c1f0e6c5d11/";
    private static final String SOLD = """
            {'is_program_eligible_for_one_click_purchase': true, 'applicable_seat_types': ['verified'], 'courses': [
              {'entitlements': [{'mode': 'verified', 'sku': 'E1'}]}]}""";

    /** The site keeps records, and the organisation "Off" does not; or the other way round for "On". */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "true  | {} | true",
                "false | {} | false",
                "true  | {'authoring_organizations': [{'key': 'Off'}]} | false",
                "true  | {'authoring_organizations': [{'key': 'Off'}, {'key': 'Other'}]} | true",
                "true  | {'authoring_organizations': [{'name': 'without key'}]} | true",
                "false | {'authoring_organizations': [{'key': 'On'}]} | true",
                "false | {'authoring_organizations': [{'key': 'Other'}]} | false",
            })
    void leadToTheRecordWhereOneOfTheOrganizationsKeepsRecords(boolean isKept, String document, boolean expected) {
        // Given
        SiteSettings settings = settings(isKept, null);

        // When
        ProgramUrls urls = urls(document, settings);

        // Then
        assertThat(urls.programRecordUrl()).isEqualTo(expected ? RECORD : null);
        assertThat(urls.withoutRecord().programRecordUrl()).isNull();
    }

    @Test
    void leadToTheShopWithEverythingThatIsMissing() {
        // Given
        SiteSettings settings = settings(true, "https://shop.example");

        // When
        ProgramUrls urls = urls(SOLD, settings);

        // Then
        assertThat(urls)
                .isEqualTo(new ProgramUrls(
                        "/dashboard/programs/",
                        "/course_modes/choose/",
                        "/api/commerce/v0/baskets/",
                        "shop:E1*",
                        RECORD,
                        "https://about.example/programs"));
        assertThat(urls.withoutRecord().buyButtonUrl()).isEqualTo("shop:E1*");
    }

    @Test
    void leadToNoShopWhereThereIsNone() {
        // Given
        SiteSettings settings = settings(true, null);

        // When
        ProgramUrls urls = urls("{}", settings);

        // Then
        assertThat(urls.commerceApiUrl()).isNull();
        assertThat(urls.buyButtonUrl()).isNull();
    }

    private static ProgramUrls urls(String document, SiteSettings settings) {
        return ProgramUrls.of(ShownProgram.of(Shown.program(document), Shown.to(Viewer.ANYBODY)), settings);
    }

    private static SiteSettings settings(boolean keepsRecords, @Nullable String shop) {
        SiteSettings usual = SiteSettings.DEFAULT;
        return new SiteSettings(
                usual.platformName(),
                usual.credentialsEnabled(),
                usual.programsWithoutCertificates(),
                usual.configureNewPrograms(),
                keepsRecords,
                Map.of("Off", false, "On", true),
                usual.recordsHelpUrl(),
                usual.partnerFromAddress(),
                usual.completionMails(),
                usual.forceProgramCertAuth(),
                usual.marketingRoot(),
                shop);
    }
}
