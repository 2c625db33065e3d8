package org.laurel.certificates.mode.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModeListsTest {

    @ParameterizedTest
    @CsvSource({
        // slug, verified, professional, credit, credit eligible, certificate relevant, upsold, upgradeable, audit,
        // masters
        "audit,                      N, N, N, N, N, Y, Y, Y, N",
        "honor,                      N, N, N, N, N, Y, Y, N, N",
        "verified,                   Y, N, N, Y, Y, N, N, N, N",
        "professional,               Y, Y, N, Y, Y, N, N, N, N",
        "no-id-professional,         N, Y, N, Y, Y, N, N, N, N",
        "credit,                     N, N, Y, N, Y, N, N, N, N",
        "masters,                    Y, N, N, N, Y, N, N, N, Y",
        "executive-education,        Y, N, N, Y, Y, N, N, N, N",
        "paid-executive-education,   Y, N, N, Y, Y, N, N, N, N",
        "unpaid-executive-education, N, N, N, N, N, N, Y, N, N",
        "paid-bootcamp,              Y, N, N, Y, Y, N, N, N, N",
        "unpaid-bootcamp,            N, N, N, N, N, N, Y, N, N",
        "something-new,              N, N, N, N, N, N, N, N, N"
    })
    void aSlugIsOnTheListsOfTheDescription(
            String slug,
            char verified,
            char professional,
            char credit,
            char creditEligible,
            char relevant,
            char upsold,
            char upgradeable,
            char audit,
            char masters) {
        // Given
        String expected = new String(new char[] {
            verified, professional, credit, creditEligible, relevant, upsold, upgradeable, audit, masters
        });

        // When
        String answers = letters(
                ModeLists.isVerified(slug),
                ModeLists.isProfessional(slug),
                ModeLists.isCredit(slug),
                ModeLists.isCreditEligible(slug),
                ModeLists.isCertificateRelevant(slug),
                ModeLists.isUpsold(slug),
                ModeLists.isUpgradeable(slug),
                ModeLists.isAudit(slug),
                ModeLists.isMasters(slug));

        // Then
        assertThat(answers).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "audit, false, false", "audit, true, false", "honor, false, true", "honor, true, false",
        "verified, true, true", "credit, true, true", "unpaid-bootcamp, true, true", "something-new, true, true"
    })
    void everyModeButAuditAndDisabledHonorIsEligible(String slug, boolean honorDisabled, boolean eligible) {
        // When
        boolean answer = ModeLists.isEligibleForCertificate(slug, null, honorDisabled);

        // Then
        assertThat(answer).isEqualTo(eligible);
    }

    @ParameterizedTest
    @CsvSource({"honor, downloadable, true", "honor, notpassing, false", "audit, downloadable, false"})
    void aDownloadableHonorCertificateStaysEligibleWhenHonorIsDisabled(String slug, String status, boolean eligible) {
        // When
        boolean answer = ModeLists.isEligibleForCertificate(slug, status, true);

        // Then
        assertThat(answer).isEqualTo(eligible);
    }

    @Test
    void theListsHoldTogether() {
        // Given
        Set<String> all = ModeLists.ALL_MODES;

        // When
        Set<String> relevant = ModeLists.CERTIFICATE_RELEVANT_MODES;

        // Then
        assertThat(all).hasSize(12).containsAll(relevant).containsAll(ModeLists.AUDIT_MODES);
        assertThat(relevant)
                .containsAll(ModeLists.CREDIT_MODES)
                .containsAll(ModeLists.CREDIT_ELIGIBLE_MODES)
                .hasSize(8);
        assertThat(ModeLists.NON_VERIFIED_MODES)
                .containsExactlyInAnyOrder("honor", "audit", "no-id-professional")
                .doesNotContainAnyElementsOf(ModeLists.VERIFIED_MODES);
    }

    private static String letters(boolean... answers) {
        StringBuilder letters = new StringBuilder();
        for (boolean answer : answers) {
            letters.append(answer ? 'Y' : 'N');
        }
        return letters.toString();
    }
}
