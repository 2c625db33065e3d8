package org.laurel.programs.settings.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteSettingsTest {

    private static final UUID PROGRAM = UUID.fromString("2b8f3a8e-6d5b-4b43-9a52-3c1f0e6c5d11");

    @ParameterizedTest
    @CsvSource({
        "true, '', true",
        "false, '', false",
        "true, all, false",
        "true, ALL, false",
        "true, 2B8F3A8E-6D5B-4B43-9A52-3C1F0E6C5D11, false",
        "true, 00000000-0000-0000-0000-000000000000, true",
    })
    void aProgramAwardsUnlessTheSiteSaysOtherwise(boolean enabled, String without, boolean certifies) {
        // Given
        SiteSettings settings = settings(enabled, without.isEmpty() ? List.of() : List.of(without), Map.of());

        // Then
        assertThat(settings.certifies(PROGRAM)).isEqualTo(certifies);
    }

    @Test
    void allCountsAtTheBeginningOfTheListOnly() {
        // Given
        SiteSettings settings = settings(true, List.of("00000000-0000-0000-0000-000000000000", "all"), Map.of());

        // Then
        assertThat(settings.certifies(PROGRAM)).isTrue();
    }

    @Test
    void anOrganisationMayKeepNoRecords() {
        // Given
        SiteSettings settings = settings(true, List.of(), Map.of("Quiet", false));

        // Then
        assertThat(settings.keepsRecords("Quiet")).isFalse();
        assertThat(settings.keepsRecords("Other")).isTrue();
    }

    private static SiteSettings settings(boolean enabled, List<String> without, Map<String, Boolean> records) {
        SiteSettings all = SiteSettings.DEFAULT;
        return new SiteSettings(
                all.platformName(),
                enabled,
                without,
                all.configureNewPrograms(),
                all.recordsEnabled(),
                records,
                all.recordsHelpUrl(),
                all.partnerFromAddress(),
                all.completionMails(),
                all.forceProgramCertAuth(),
                all.marketingRoot(),
                all.commerceUrl());
    }
}
