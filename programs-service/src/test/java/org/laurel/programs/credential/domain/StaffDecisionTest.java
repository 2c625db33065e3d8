package org.laurel.programs.credential.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.credential.domain.CredentialStatus.AWARDED;
import static org.laurel.programs.credential.domain.CredentialStatus.REVOKED;
import static org.laurel.programs.credential.domain.Facts.at;
import static org.laurel.programs.credential.domain.Facts.awarded;
import static org.laurel.programs.credential.domain.Facts.revoked;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where a course credential stands under a decision. */
class StaffDecisionTest {

    private static StaffDecision decided(@Nullable CredentialStatus status, int minute) {
        return new StaffDecision(status, "honor", at(minute));
    }

    @Test
    void leavesTheCertificatesAloneWithoutADecision() {
        assertThat(StaffDecision.course(awarded("verified", 10), null)).isEqualTo(awarded("verified", 10));
        assertThat(StaffDecision.course(null, null)).isNull();
    }

    @Test
    void awardsWithoutACertificateInTheModeThatWasGiven() {
        // When
        CourseStanding standing = StaffDecision.course(null, decided(AWARDED, 20));
        // Then
        assertThat(standing).isEqualTo(new CourseStanding(AWARDED, "honor", null, at(20), at(20), at(20), Basis.STAFF));
    }

    @Test
    void keepsAwardedSinceTheCertificateIfThatWasEarlier() {
        // When
        CourseStanding standing = StaffDecision.course(awarded("verified", 10), decided(AWARDED, 20));
        // Then
        assertThat(standing)
                .isEqualTo(new CourseStanding(AWARDED, "verified", at(10), at(10), at(10), at(20), Basis.STAFF));
    }

    @Test
    void awardsWhatTheCertificateHasLost() {
        // When
        CourseStanding standing = StaffDecision.course(revoked("verified", 10), decided(AWARDED, 20));
        // Then
        assertThat(standing)
                .isEqualTo(new CourseStanding(AWARDED, "verified", at(10), at(10), at(20), at(20), Basis.STAFF));
    }

    @Test
    void revokesWhatTheCertificateGives() {
        // When
        CourseStanding standing = StaffDecision.course(awarded("verified", 10), decided(REVOKED, 20));
        // Then
        assertThat(standing)
                .isEqualTo(new CourseStanding(REVOKED, "verified", at(10), at(10), at(10), at(20), Basis.STAFF));
    }

    @Test
    void followsTheCertificatesAgainWhenItIsTakenBack() {
        // When
        CourseStanding standing = StaffDecision.course(awarded("verified", 10), decided(null, 30));
        // Then
        assertThat(standing)
                .isEqualTo(new CourseStanding(AWARDED, "verified", at(10), at(10), at(10), at(30), Basis.CERTIFICATE));
    }

    @Test
    void leavesNothingButARevokedCredentialWhenNoCertificateSupportsIt() {
        // When
        CourseStanding standing = Objects.requireNonNull(StaffDecision.course(null, decided(null, 30)));
        // Then
        assertThat(standing.isAwarded()).isFalse();
        assertThat(standing.basis().reason(standing.status())).isEqualTo("decision_withdrawn");
    }
}
