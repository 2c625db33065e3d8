package org.laurel.certificates.lookup.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.domain.CertificateStatus;

/** Rows 51 to 53 of the certificates description and what lies beside them. */
class DownloadableStatusTest {

    @ParameterizedTest
    @CsvSource({
        "DOWNLOADABLE, true, false, false",
        "GENERATING, false, true, false",
        "ERROR, false, true, false",
        "REGENERATING, false, true, false",
        "UNVERIFIED, false, false, true",
        "NOTPASSING, false, false, false",
        "UNAVAILABLE, false, false, false",
        "RESTRICTED, false, false, false",
        "DELETED, false, false, false",
        "AUDIT_PASSING, false, false, false"
    })
    void followsTheStatusWhereCertificatesShow(
            CertificateStatus status, boolean downloadable, boolean generating, boolean unverified) {
        // When
        DownloadableStatus answer = of(Sample.shown(status, Sample.selfPaced()), Sample.selfPaced());

        // Then
        assertThat(answer.downloadable()).isEqualTo(downloadable);
        assertThat(answer.generating()).isEqualTo(generating);
        assertThat(answer.unverified()).isEqualTo(unverified);
        assertThat(answer.downloadUrl()).isEqualTo(downloadable ? Sample.PAGE : null);
        assertThat(answer.uuid()).isEqualTo(downloadable ? Sample.UUID : null);
        assertThat(answer.earnedButNotAvailable()).isFalse();
        assertThat(answer.availableDate()).isNull();
    }

    @Test
    void aGrantedCertificateWaitsForTheDateAhead() {
        // Given
        Terms ahead = Sample.showingFrom(5);

        // When
        DownloadableStatus answer = of(Sample.shown(CertificateStatus.DOWNLOADABLE, ahead), ahead);

        // Then
        assertThat(answer.downloadable()).isFalse();
        assertThat(answer.earnedButNotAvailable()).isTrue();
        assertThat(answer.notEarnedButAvailableDate()).isFalse();
        assertThat(answer.availableDate()).isEqualTo(Sample.day(5));
        assertThat(answer.downloadUrl()).isNull();
        assertThat(answer.uuid()).isNull();
    }

    @Test
    void withoutCertificateTheDateAheadIsToldToo() {
        // When
        DownloadableStatus none = of(null, Sample.showingFrom(5));
        DownloadableStatus failing =
                of(Sample.shown(CertificateStatus.NOTPASSING, Sample.showingFrom(5)), Sample.showingFrom(5));

        // Then
        assertThat(none.notEarnedButAvailableDate()).isTrue();
        assertThat(none.availableDate()).isEqualTo(Sample.day(5));
        assertThat(failing.notEarnedButAvailableDate()).isTrue();
        assertThat(failing.earnedButNotAvailable()).isFalse();
    }

    @Test
    void noDateIsToldOnceItHasPassedNorWhereTheRunHasNone() {
        // When
        DownloadableStatus passed = of(null, Sample.showingFrom(-5));
        DownloadableStatus none = of(null, Sample.showingFrom(null));
        DownloadableStatus atTheEnd = of(null, Sample.terms(Sample.settings(false, "end", null, 5, true)));

        // Then
        assertThat(passed.availableDate()).isNull();
        assertThat(none.availableDate()).isNull();
        assertThat(none.notEarnedButAvailableDate()).isFalse();
        assertThat(atTheEnd.notEarnedButAvailableDate()).isFalse();
    }

    @Test
    void aFileIsLinkedInsteadOfThePageAndOutlivesItsCourseRun() {
        // Given
        String file = "https://files.example.org/c.pdf";
        ShownCertificate known = Sample.shown(CertificateStatus.DOWNLOADABLE, "honor", "", file, Sample.selfPaced());
        ShownCertificate gone = Sample.shown(CertificateStatus.DOWNLOADABLE, "honor", "", file, Sample.unknownRun());

        // When
        DownloadableStatus answer = of(known, Sample.selfPaced());
        DownloadableStatus ofGone = of(gone, Sample.unknownRun());

        // Then
        assertThat(answer.pdf()).isTrue();
        assertThat(answer.downloadUrl()).isEqualTo(file);
        assertThat(ofGone.downloadable()).isTrue();
        assertThat(ofGone.downloadUrl()).isEqualTo(file);
    }

    private static DownloadableStatus of(@Nullable ShownCertificate shown, Terms terms) {
        return DownloadableStatus.of(shown, terms, Sample.NOW);
    }
}
