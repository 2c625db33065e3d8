package org.laurel.programs.configuration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.configuration.domain.CertificateType.HONOR;
import static org.laurel.programs.configuration.domain.CertificateType.MASTERS;
import static org.laurel.programs.configuration.domain.CertificateType.PROFESSIONAL;
import static org.laurel.programs.configuration.domain.CertificateType.VERIFIED;
import static org.laurel.programs.configuration.domain.Runs.all;
import static org.laurel.programs.configuration.domain.Runs.at;
import static org.laurel.programs.configuration.domain.Runs.set;
import static org.laurel.programs.configuration.domain.Runs.told;
import static org.laurel.programs.configuration.domain.Runs.undated;

import org.junit.jupiter.api.Test;

class CourseCertificatesTest {

    @Test
    void anActiveConfigurationStandsForTheRun() {
        assertThat(all(told(1, HONOR, 9, null), undated(2, VERIFIED, true), undated(3, MASTERS, false))
                        .main())
                .map(CourseCertificate::id)
                .contains(1L);
        assertThat(all(undated(3, MASTERS, false), undated(2, VERIFIED, true)).main())
                .map(CourseCertificate::id)
                .contains(2L);
        assertThat(CourseCertificates.NONE.main()).isEmpty();
    }

    @Test
    void aDateThatWasSetForOneTypeDoesNotCountForAnother() {
        // Given
        CourseCertificates both = all(set(1, HONOR, 9, at(900)), set(2, VERIFIED, 5, at(500)));

        // Then
        assertThat(both.dating("verified")).map(CourseCertificate::id).contains(2L);
        assertThat(both.dating("honor")).map(CourseCertificate::id).contains(1L);
    }

    @Test
    void withoutAConfigurationOfItsOwnAModeGoesByTheRun() {
        assertThat(all(set(1, HONOR, 9, at(900))).dating("verified"))
                .map(CourseCertificate::id)
                .contains(1L);
        assertThat(CourseCertificates.NONE.dating("verified")).isEmpty();
    }

    /** Whether the date of then reached the run before or after its mode changed. */
    @Test
    void whatIsLeftFromAFormerModeMakesNoDifference() {
        // Given
        CourseCertificates left = all(told(1, VERIFIED, 5, at(500)), told(2, PROFESSIONAL, 9, at(900)));
        CourseCertificates never = all(told(2, PROFESSIONAL, 9, at(900)));

        // Then
        assertThat(left.dating("verified")).isEqualTo(never.dating("verified"));
        assertThat(left.dating("professional")).isEqualTo(never.dating("professional"));
    }
}
