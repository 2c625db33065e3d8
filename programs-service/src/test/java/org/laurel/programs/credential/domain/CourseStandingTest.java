package org.laurel.programs.credential.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.credential.domain.Facts.at;
import static org.laurel.programs.credential.domain.Facts.version;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a course certificate makes, keeps and takes back a course credential. */
class CourseStandingTest {

    @Test
    void awardsForADownloadableCertificate() {
        // When
        CourseStanding standing = CourseStanding.fold(List.of(version(1, "downloadable", "verified")));

        // Then
        assertThat(standing)
                .isEqualTo(new CourseStanding(CredentialStatus.AWARDED, "verified", at(1), at(1), at(1), at(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"generating", "audit_passing", "notpassing", "unverified", "error"})
    void createsNothingForAnyOtherStatus(String status) {
        // When
        CourseStanding standing = CourseStanding.fold(List.of(version(1, status, "verified")));

        // Then
        assertThat(standing).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notpassing", "unavailable", "unverified", "deleted", "regenerating"})
    void revokesWhenTheCertificateLeavesDownloadable(String status) {
        // When
        CourseStanding standing =
                CourseStanding.fold(List.of(version(1, "downloadable", "verified"), version(2, status, "verified")));

        // Then
        assertThat(standing)
                .isEqualTo(new CourseStanding(CredentialStatus.REVOKED, "verified", at(1), at(1), at(1), at(2)));
    }

    @Test
    void awardsAgainAndRemembersTheFirstTime() {
        // When
        CourseStanding standing = CourseStanding.fold(List.of(
                version(1, "downloadable", "verified"),
                version(2, "notpassing", "verified"),
                version(3, "downloadable", "honor")));

        // Then
        assertThat(standing)
                .isEqualTo(new CourseStanding(CredentialStatus.AWARDED, "honor", at(3), at(1), at(3), at(3)));
    }

    @Test
    void staysAsItIsWhenTheCertificateChangesInWaysThatDoNotMatter() {
        // Given
        CertificateVersion first = version(1, "downloadable", "verified");
        CertificateVersion renamed = new CertificateVersion(2, "downloadable", "verified", first.availableAt(), at(2));

        // When
        CourseStanding standing = CourseStanding.fold(List.of(first, renamed));

        // Then
        assertThat(standing).isEqualTo(CourseStanding.fold(List.of(first)));
    }

    @Test
    void ordersByVersionAndNeverGoesBackInTime() {
        // Given
        CertificateVersion first = new CertificateVersion(1, "downloadable", "verified", null, at(9));
        CertificateVersion second = new CertificateVersion(2, "notpassing", "verified", null, at(5));

        // When
        CourseStanding standing = CourseStanding.fold(List.of(second, first));

        // Then
        assertThat(standing)
                .isEqualTo(new CourseStanding(CredentialStatus.REVOKED, "verified", null, at(9), at(9), at(9)));
    }
}
