package org.laurel.certificates.lookup.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.Standing;
import org.laurel.certificates.learner.domain.LearnerHistory;

/** Rows 46 to 54 of the certificates description as a learner's page shows them. */
class LearnerStatusTest {

    @ParameterizedTest(name = "passing {0}, grade {1}: {2}")
    @CsvSource({"false, 0.4, notpassing", "false, 0, notpassing", "false, , unavailable", "true, 0.9, unavailable"})
    void withoutCertificateTheGradeDecides(boolean passing, @Nullable String grade, String expected) {
        // When
        LearnerStatus status =
                Sample.status(Sample.standing("verified", true, passing, grade), null, Sample.selfPaced());

        // Then
        assertThat(status.status().slug()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "automatic {0}, self {1}, active {2}, passing {3}, allowlisted {4}, beta {5}: {6}")
    @CsvSource({
        "true, false, true, true, false, false, true",
        "false, true, true, true, false, false, true",
        "false, false, true, true, false, false, false",
        "true, false, false, true, false, false, false",
        "true, false, true, false, false, false, false",
        "true, false, true, false, true, false, true",
        "true, false, true, true, false, true, false",
        "true, false, true, false, true, true, false"
    })
    void aMessageNeedsAllOfItsConditions(
            boolean automatic,
            boolean self,
            boolean active,
            boolean passing,
            boolean allowlisted,
            boolean beta,
            boolean expected) {
        // Given
        Standing standing = new Standing("verified", active, passing, null, beta, allowlisted, false, null);
        Terms terms = Sample.switched(Sample.selfPaced(), automatic, self, self);

        // When
        boolean shows = Sample.status(standing, null, terms).canShowMessage();

        // Then
        assertThat(shows).isEqualTo(expected);
    }

    @ParameterizedTest(name = "completed {0}, passing {1}, grade needed {2}, allowlisted {3}: {4}, {5}, {6}")
    @CsvSource({
        "0.9, true,  true,  false, unavailable, none_yet,      true",
        "0.5, true,  true,  false, unavailable, not_completed, false",
        ",    true,  true,  false, unavailable, not_completed, false",
        "0.9, false, true,  false, notpassing,  not_passing,   false",
        "0.5, false, true,  false, notpassing,  not_passing,   false",
        "0.5, false, true,  true,  notpassing,  none_yet,      true",
        "0.9, false, false, false, unavailable, none_yet,      true",
        "0.5, false, false, false, unavailable, not_completed, false",
        "0.5, true,  false, false, unavailable, not_completed, false"
    })
    void withoutCertificateItIsToldWhatTheCourseRunAsksForAndIsMissing(
            @Nullable BigDecimal completed,
            boolean passing,
            boolean gradeNeeded,
            boolean allowlisted,
            String expected,
            String message,
            boolean shows) {
        // Given
        Standing.Completion known = completed == null ? null : new Standing.Completion(completed, 1);
        Standing standing =
                new Standing("verified", true, passing, BigDecimal.ONE, false, allowlisted, false, null, known, false);

        // When
        LearnerStatus status = Sample.status(standing, null, Sample.completing("0.8", gradeNeeded));

        // Then
        assertThat(status.status().slug()).isEqualTo(expected);
        assertThat(status.message().code()).isEqualTo(message);
        assertThat(status.canShowMessage()).isEqualTo(shows);
    }

    @Test
    void whoFellBelowTheThresholdAfterTheGrantKeepsTheMessage() {
        // Given
        Standing.Completion fallen = new Standing.Completion(new BigDecimal("0.5"), 2);
        Standing standing =
                new Standing("verified", true, true, BigDecimal.ONE, false, false, false, null, fallen, true);
        Terms terms = Sample.completing("0.8", true);

        // When
        LearnerStatus holder = Sample.status(standing, Sample.shown(CertificateStatus.DOWNLOADABLE, terms), terms);

        // Then
        assertThat(holder.canShowMessage()).isTrue();
        assertThat(holder.message()).isEqualTo(LearnerMessage.AVAILABLE);
    }

    @Test
    void noMessageShowsBeforeCertificatesDo() {
        // When
        LearnerStatus ahead = Sample.status(Sample.PASSING, null, Sample.showingFrom(3));
        LearnerStatus unknownRun = Sample.status(Sample.PASSING, null, Sample.unknownRun());

        // Then
        assertThat(ahead.canShowMessage()).isFalse();
        assertThat(ahead.viewable()).isFalse();
        assertThat(unknownRun.canShowMessage()).isFalse();
    }

    @ParameterizedTest(name = "global {0}, run {1}: {2}")
    @CsvSource({"false, false, false", "false, true, false", "true, false, false", "true, true, true"})
    void theButtonNeedsBothSwitches(boolean site, boolean run, boolean expected) {
        // When
        LearnerStatus status =
                Sample.status(Sample.PASSING, null, Sample.switched(Sample.selfPaced(), false, site, run));

        // Then
        assertThat(status.terms().selfGeneration()).isEqualTo(expected);
        assertThat(status.canRequest()).isEqualTo(expected);
        assertThat(status.message()).isEqualTo(expected ? LearnerMessage.CAN_BE_REQUESTED : LearnerMessage.NONE_YET);
    }

    @ParameterizedTest
    @CsvSource({
        "DOWNLOADABLE, false",
        "GENERATING, false",
        "ERROR, false",
        "NOTPASSING, true",
        "UNAVAILABLE, true",
        "DELETED, true"
    })
    void theButtonIsNotOfferedForWhatIsThereOrComing(CertificateStatus stored, boolean expected) {
        // Given
        Terms open = Sample.switched(Sample.selfPaced(), true, true, true);

        // When
        boolean offered =
                Sample.status(Sample.PASSING, Sample.shown(stored, open), open).canRequest();

        // Then
        assertThat(offered).isEqualTo(expected);
    }

    @Test
    void theButtonIsNotOfferedToThoseWhoWouldBeRefused() {
        // Given
        Terms open = Sample.switched(Sample.selfPaced(), true, true, true);
        Standing invalidated = new Standing("verified", true, true, null, false, false, true, null);
        Standing audit = Sample.standing("audit", true, true, "0.9");
        LearnerHistory.Then barred = new LearnerHistory.Then("Ada", false, true);

        // When
        LearnerStatus ofInvalidated = Sample.status(invalidated, null, open);
        LearnerStatus ofAudit = Sample.status(audit, null, open);
        LearnerStatus ofBarred = new LearnerStatus(Sample.PASSING, open, barred, null, Sample.NOW);

        // Then
        assertThat(ofInvalidated.canRequest()).isFalse();
        assertThat(ofInvalidated.message()).isEqualTo(LearnerMessage.INVALIDATED);
        assertThat(ofAudit.canRequest()).isFalse();
        assertThat(ofAudit.message()).isEqualTo(LearnerMessage.MODE_WITHOUT_CERTIFICATE);
        assertThat(ofBarred.canRequest()).isFalse();
        assertThat(ofBarred.message()).isEqualTo(LearnerMessage.RESTRICTED);
    }

    @ParameterizedTest
    @CsvSource({
        "DOWNLOADABLE, AVAILABLE",
        "GENERATING, GENERATING",
        "ERROR, DELAYED",
        "UNVERIFIED, IDENTITY_NEEDED",
        "RESTRICTED, RESTRICTED"
    })
    void theMessageFollowsTheCertificate(CertificateStatus stored, LearnerMessage expected) {
        // When
        LearnerStatus status =
                Sample.status(Sample.PASSING, Sample.shown(stored, Sample.selfPaced()), Sample.selfPaced());

        // Then
        assertThat(status.message()).isEqualTo(expected);
    }

    @Test
    void aFailingLearnerIsToldSo() {
        // When
        LearnerStatus status = Sample.status(Sample.standing("verified", true, false, "0.4"), null, Sample.selfPaced());

        // Then
        assertThat(status.message()).isEqualTo(LearnerMessage.NOT_PASSING);
    }

    @ParameterizedTest(name = "automatic {0}, date {1}")
    @CsvSource({"true, -3", "true, 3", "false, -3", "false, 3"})
    void theDatesFollowTheRunsDateOnlyWithAutomaticGeneration(boolean automatic, int date) {
        // Given
        Terms terms = Sample.switched(Sample.showingFrom(date), automatic, false, false);

        // When
        LearnerStatus status =
                Sample.status(Sample.PASSING, Sample.shown(CertificateStatus.DOWNLOADABLE, terms), terms);

        // Then
        Instant shownDate = automatic && date < 0 ? Sample.day(date) : Sample.MODIFIED;
        assertThat(status.displayDate()).isEqualTo(shownDate);
        assertThat(status.availableDate()).isEqualTo(automatic ? Sample.day(date) : Sample.MODIFIED);
    }

    @Test
    void withoutCertificateThereAreNoDates() {
        // When
        LearnerStatus status = Sample.status(Sample.PASSING, null, Sample.showingFrom(-3));

        // Then
        assertThat(status.displayDate()).isNull();
        assertThat(status.availableDate()).isNull();
    }
}
