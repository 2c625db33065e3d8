package org.laurel.programs.page.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.events.key.LearnerId;
import org.laurel.programs.learner.domain.Learner;

class CertificatePreferenceTest {

    private static final LearnerId ID = new LearnerId("7");
    private static final Instant THEN = Instant.parse("2026-02-03T04:00:00Z");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, true, Ada K. Lovelace, Ada K. Lovelace",
                "-, false, Ada K. Lovelace, Ada",
                "-, true, -, Ada",
                "-, true, ' ', Ada",
                "Countess, true, -, Countess",
                "Countess, true, Ada K. Lovelace, Ada K. Lovelace",
                "Countess, false, Ada K. Lovelace, Countess",
                "' ', false, -, Ada",
            })
    void theVerifiedNameGoesFirstWhereThatIsWanted(
            @Nullable String chosen, boolean useVerified, @Nullable String verified, String expected) {
        // Given
        CertificatePreference preference = new CertificatePreference(ID, chosen, useVerified, verified, 1, THEN);

        // Then
        assertThat(CertificatePreference.nameOf(learner("ada", "Ada"), preference))
                .isEqualTo(expected);
    }

    @Test
    void withoutPreferencesTheFullNameCountsAndWithoutOneTheUsername() {
        assertThat(CertificatePreference.nameOf(learner("ada", "Ada"), null)).isEqualTo("Ada");
        assertThat(CertificatePreference.nameOf(learner("ada", ""), null)).isEqualTo("ada");
        assertThat(CertificatePreference.nameOf(learner("", ""), null)).isEmpty();
    }

    private static Learner learner(String username, String name) {
        return new Learner(ID, username, "", name, true, 1, THEN);
    }
}
