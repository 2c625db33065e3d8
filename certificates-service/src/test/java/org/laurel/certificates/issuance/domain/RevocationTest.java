package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.certificates.issuance.domain.Given.at;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.certificates.learner.domain.LearnerHistory;

/** What taking a certificate back leaves. Source: certificates, revocation primitive; name, grade, uuid. */
class RevocationTest {

    @ParameterizedTest
    @CsvSource({
        "failing,           notpassing,  NOTPASSING_SIGNAL",
        "exam rejected,     unavailable, EXAM_EVENT",
        "allowlist removed, unavailable, ALLOWLIST_REMOVAL",
        "invalidated,       unavailable, CERTIFICATE_INVALIDATION_LIST",
        "barred,            restricted,  CERTIFICATES_NOT_ALLOWED",
        "delete,            deleted,     DELETION"
    })
    void tellsWhyItWasTakenBack(String fact, String status, Reason reason) {
        Certificate after = Case.of("has downloadable").after(fact);

        assertThat(after.status().slug()).isEqualTo(status);
        assertThat(after.reason()).isEqualTo(reason);
        assertThat(after.earned()).isFalse();
    }

    @Test
    void takesTheCurrentNameAndModeLetsTheFileGoAndKeepsTheRest() {
        // Given
        Certificate before = new Certificate(
                CertificateStatus.DOWNLOADABLE,
                "honor",
                "0.7",
                "Ada",
                Reason.PASSED,
                GenerationMode.SELF,
                true,
                new CertificateFile("f1", "/f1.pdf", "Once failed.", "r1"),
                at(3),
                at(5));

        // When
        Certificate after = Case.of("passing").holding(before).after("invalidated");

        // Then
        assertThat(after)
                .isEqualTo(new Certificate(
                        CertificateStatus.UNAVAILABLE,
                        "verified",
                        "",
                        Case.NAME,
                        Reason.CERTIFICATE_INVALIDATION_LIST,
                        GenerationMode.SELF,
                        false,
                        CertificateFile.NONE,
                        at(3),
                        at(Facts.NOW)));
    }

    @Test
    void keepsTheModeOfACertificateWhoseLearnerWasNeverEnrolled() {
        Certificate after = Case.of("never enrolled, has downloadable of honor").after("invalidated");

        assertThat(after.mode()).isEqualTo("honor");
    }

    @Test
    void aLearnerWithoutNameLeavesNone() {
        // Given
        Situation known = Case.of("has downloadable").situation();
        Situation nameless = new Situation(
                known.key(),
                known.before(),
                known.standing(),
                known.certificate(),
                known.terms(),
                new LearnerHistory.Then("", true, true),
                known.at(),
                known.by(),
                known.again(),
                known.policies());

        // When
        Certificate after = Revocation.to(
                nameless, nameless.certificate(), CertificateStatus.UNAVAILABLE, Reason.CERTIFICATE_INVALIDATION_LIST);

        // Then
        assertThat(after.name()).isEmpty();
    }

    @Test
    void aCertificateThatWasNeverThereBeginsWithTheFact() {
        Certificate after = Case.of("identity required, unverified").after("passing");

        assertThat(after)
                .isEqualTo(new Certificate(
                        CertificateStatus.UNVERIFIED,
                        "verified",
                        "",
                        Case.NAME,
                        Reason.CERTIFICATE_GENERATION,
                        GenerationMode.BATCH,
                        false,
                        CertificateFile.NONE,
                        at(Facts.NOW),
                        at(Facts.NOW)));
    }

    @Test
    void aModeThatNobodyKnowsIsEmpty() {
        Situation never = Case.of("never enrolled").situation();

        assertThat(Revocation.to(never, null, CertificateStatus.RESTRICTED, Reason.CERTIFICATES_NOT_ALLOWED)
                        .mode())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failing                  | 0.4",
                "failing with nothing     | ''",
                "never graded             | ''",
            })
    void onlyNotpassingKeepsAGradeThatIsNotZero(String learner, String grade) {
        assertThat(Case.of(learner + ", has error").after("generate").grade()).isEqualTo(grade);
        assertThat(Case.of(learner + ", has error").after("exam rejected").grade())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0,       0.0",
        "0.0,     0.0",
        "1,       1.0",
        "0.5,     0.5",
        "0.50,    0.5",
        "0.88,    0.88",
        "0.123,   0.123",
        "0.1234,  0.123",
        "0.1235,  0.124",
        "0.9996,  1.0",
        "10,      10.0"
    })
    void aGradeIsTextOfAtMostFiveCharacters(BigDecimal grade, String text) {
        assertThat(Certificate.gradeText(grade)).isEqualTo(text).hasSizeLessThanOrEqualTo(5);
        assertThat(Certificate.gradeTextAfterRevocation(grade)).isEqualTo(grade.signum() == 0 ? "" : text);
    }

    @Test
    void noGradeIsNoText() {
        assertThat(Certificate.gradeText(null)).isEmpty();
        assertThat(Certificate.gradeTextAfterRevocation(null)).isEmpty();
    }
}
