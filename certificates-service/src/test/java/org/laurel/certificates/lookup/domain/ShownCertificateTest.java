package org.laurel.certificates.lookup.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.domain.CertificateStatus;

class ShownCertificateTest {

    private static final String FILE = "https://files.example.org/c.pdf";

    @Test
    void theAddressIsThePageThenTheFileThenNothing() {
        // When
        String page = shown(FILE, Sample.selfPaced()).address();
        String file = shown(FILE, Sample.withoutHtml()).address();
        String nothing = shown("", Sample.withoutHtml()).address();
        String unknown = shown(FILE, Sample.unknownRun()).address();

        // Then
        assertThat(page).isEqualTo(Sample.PAGE);
        assertThat(file).isEqualTo(FILE);
        assertThat(nothing).isEmpty();
        assertThat(unknown).isEmpty();
    }

    @Test
    void isToldOfAGoneCourseRunOnlyAsAFile() {
        // When
        boolean page = shown("", Sample.unknownRun()).isTold();
        boolean file = shown(FILE, Sample.unknownRun()).isTold();

        // Then
        assertThat(page).isFalse();
        assertThat(file).isTrue();
        assertThat(shown(FILE, Sample.unknownRun()).isListed(Sample.NOW)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "DOWNLOADABLE, true, true",
        "GENERATING, true, true",
        "REGENERATING, true, true",
        "NOTPASSING, true, false",
        "UNAVAILABLE, true, false",
        "ERROR, true, false",
        "AUDIT_PASSING, false, false",
        "AUDIT_NOTPASSING, false, false"
    })
    void listsWhatIsPassedAndTellsOfWhatIsEligible(CertificateStatus status, boolean told, boolean listed) {
        // When
        ShownCertificate shown = Sample.shown(status, Sample.selfPaced());

        // Then
        assertThat(shown.isTold()).isEqualTo(told);
        assertThat(shown.isListed(Sample.NOW)).isEqualTo(listed);
    }

    @Test
    void aPageNeedsWebCertificatesAndAnActiveTextOnceThereIsAConfiguration() {
        // Given
        ShownCertificate standardText = shown("", Sample.selfPaced());
        ShownCertificate textMissing = withoutText(standardText);
        ShownCertificate fileWithoutText = withoutText(shown(FILE, Sample.selfPaced()));

        // When
        boolean listed = standardText.isListed(Sample.NOW);

        // Then
        assertThat(listed).isTrue();
        assertThat(textMissing.isConfigured()).isFalse();
        assertThat(textMissing.isListed(Sample.NOW)).isFalse();
        assertThat(shown("", Sample.withoutHtml()).isConfigured()).isFalse();
        assertThat(fileWithoutText.isConfigured()).isTrue();
    }

    @Test
    void isNotListedBeforeItsDate() {
        // When
        boolean ahead = shown("", Sample.showingFrom(1)).isListed(Sample.NOW);
        boolean passed = shown("", Sample.showingFrom(-1)).isListed(Sample.NOW);

        // Then
        assertThat(ahead).isFalse();
        assertThat(passed).isTrue();
    }

    private static ShownCertificate shown(String file, Terms terms) {
        return Sample.shown(CertificateStatus.DOWNLOADABLE, "verified", "0.88", file, terms);
    }

    private static ShownCertificate withoutText(ShownCertificate shown) {
        return new ShownCertificate(shown.key(), shown.issued(), shown.terms(), false, true);
    }
}
