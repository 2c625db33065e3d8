package org.laurel.certificates.page.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.IssuingMode;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.SitePolicy;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.CertificateFile;
import org.laurel.certificates.issuance.domain.CertificateLinks;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.GenerationMode;
import org.laurel.certificates.issuance.domain.Reason;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;

/** What the addresses of a certificate's page and of its file answer. Source: certificates, web certificate, REST read API. */
class PageAnswerTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:00:00Z");
    private static final String UUID = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // what,                      status,       retired, web,   configured, visible, page,   file
        "everything in place,         downloadable, false,   true,  true,       true,    SHOWN,  SHOWN",
        "made anew,                   regenerating, false,   true,  true,       true,    SHOWN,  SHOWN",
        "no active text,              downloadable, false,   true,  false,      true,    HIDDEN, SHOWN",
        "switched off,                downloadable, false,   false, true,       true,    HIDDEN, SHOWN",
        "does not show yet,           downloadable, false,   true,  true,       false,   HIDDEN, HIDDEN",
        "taken back,                  notpassing,   false,   true,  true,       true,    GONE,   GONE",
        "deleted,                     deleted,      false,   true,  true,       true,    GONE,   GONE",
        "retired,                     downloadable, true,    true,  true,       true,    GONE,   GONE",
        "taken back and hidden,       notpassing,   false,   true,  true,       false,   GONE,   GONE"
    })
    void answers(
            String what,
            String status,
            boolean retired,
            boolean web,
            boolean configured,
            boolean visible,
            PageAnswer page,
            PageAnswer file) {
        // Given
        Issued issued = issued(CertificateStatus.of(status));
        Terms terms = terms(settings(web, visible));

        // When
        PageAnswer ofPage = PageAnswer.of(issued, terms, configured, retired, NOW);
        PageAnswer ofFile = PageAnswer.ofFile(issued, terms, retired, NOW);

        // Then
        assertThat(ofPage).isEqualTo(page);
        assertThat(ofFile).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource({"true, HIDDEN, HIDDEN", "false, HIDDEN, SHOWN"})
    void aFileOutlivesItsCourseRunAndWhatIsUnknownIsNot(boolean unknown, PageAnswer page, PageAnswer file) {
        // Given
        Issued issued = unknown ? null : issued(CertificateStatus.DOWNLOADABLE);
        Terms gone = new Terms(null, RunPolicy.DEFAULT, SitePolicy.startingIn(IssuingMode.LIVE));

        // When
        PageAnswer ofPage = PageAnswer.of(issued, gone, true, false, NOW);
        PageAnswer ofFile = PageAnswer.ofFile(issued, gone, false, NOW);

        // Then
        assertThat(ofPage).isEqualTo(page);
        assertThat(ofFile).isEqualTo(file);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // what,                           pdf,   text,  page
        "files are on,                     true,  true,  SHOWN",
        "files are switched off meanwhile, false, true,  SHOWN",
        "no active text,                   true,  false, HIDDEN"
    })
    void thePageThatAFileBearsTheAddressOfShowsWithoutWebCertificates(
            String what, boolean pdfGeneration, boolean configured, PageAnswer expected) {
        // Given
        RunPolicy run = new RunPolicy(1, NOW, null, pdfGeneration, false, false, null, null);
        Terms terms = new Terms(settings(false, true), run, SitePolicy.startingIn(IssuingMode.LIVE));
        Issued issued = issued(CertificateStatus.DOWNLOADABLE, CertificateLinks.file(UUID, UUID));

        // When
        PageAnswer page = PageAnswer.of(issued, terms, configured, false, NOW);

        // Then
        assertThat(page).isEqualTo(expected);
    }

    private static Terms terms(CourseSettings settings) {
        return new Terms(settings, RunPolicy.DEFAULT, SitePolicy.startingIn(IssuingMode.LIVE));
    }

    private static CourseSettings settings(boolean web, boolean visible) {
        return new CourseSettings(
                1,
                1,
                NOW.minusSeconds(1_000),
                false,
                web,
                false,
                CourseSettings.END_WITH_DATE,
                visible ? NOW.minusSeconds(10) : NOW.plusSeconds(10),
                false,
                null,
                "Intro",
                "Org");
    }

    private static Issued issued(CertificateStatus status) {
        return issued(status, "/certificates/x.pdf");
    }

    private static Issued issued(CertificateStatus status, String downloadUrl) {
        boolean earned = status == CertificateStatus.DOWNLOADABLE || status == CertificateStatus.REGENERATING;
        Certificate certificate = new Certificate(
                status,
                "verified",
                "0.88",
                "Ada",
                Reason.PASSED,
                GenerationMode.BATCH,
                earned,
                new CertificateFile(UUID, downloadUrl, "", ""),
                NOW.minusSeconds(100),
                NOW.minusSeconds(100));
        return new Issued(certificate, NOW.minusSeconds(100), null, UUID, 1);
    }
}
