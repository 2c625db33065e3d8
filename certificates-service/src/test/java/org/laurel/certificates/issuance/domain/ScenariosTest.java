package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The rows about rules of the table of scenarios, by their numbers; those about dates are in {@link VisibilityTest}. Source:
 * certificates, test scenarios.
 */
class ScenariosTest {

    @ParameterizedTest(name = "{0}: {1}, {2} → {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                // row | given | when | then
                "1  | passing                                                   | generate          | downloadable",
                "2  | failing                                                   | generate          | -",
                "3  | failing, has unavailable of audit                         | generate          | notpassing",
                "4  | failing, has generating                                   | generate          | notpassing",
                "6  | never enrolled                                            | generate          | -",
                "7  | inactive                                                  | generate          | downloadable",
                "8  | beta tester                                               | generate          | -",
                "8  | beta tester, has unavailable                              | generate          | -",
                "9  | beta tester, allowlisted                                  | generate          | downloadable",
                "11 | html off                                                  | generate          | -",
                "11 | html off, allowlisted                                     | generate          | -",
                "11 | html off in the run                                       | generate          | -",
                "11 | html off in the run, allowlisted                          | generate          | -",
                "12 | unknown run                                               | generate          | -",
                "13 | never graded                                              | generate          | -",
                "13 | passing without a grade                                   | generate          | downloadable",
                "16 | identity required, unverified, has generating             | generate          | unverified",
                "17 | identity required, unverified, failing, has generating    | generate          | -",
                "18 | identity required, unverified, failing, allowlisted, has generating | generate | unverified",
                "19 | identity required, unverified, in honor                   | generate          | downloadable",
                "22 | has downloadable of audit                                 | generate          | downloadable",
                "23 | has downloadable, in audit                                | generate          | -",
                "26 | has unavailable                                           | generate          | downloadable",
                "27 | allowlisted, invalidated, has downloadable                | generate          | unavailable",
                "27 | allowlisted, has downloadable                             | invalidated       | unavailable",
                "29 | allowlisted, failing                                      | generate          | downloadable",
                "31 | has downloadable                                          | passing           | -",
                "32 | has unverified                                            | passing           | downloadable",
                "32 | has error                                                 | passing           | downloadable",
                "33 | automatic off                                             | passing           | -",
                "33 | automatic off                                             | allowlist enabled | -",
                "33 | automatic off                                             | identity approved | -",
                "34 | automatic off, has downloadable                           | failing           | notpassing",
                "37 | automatic off, in audit                                   | enrolled in verified | downloadable",
                "38 | has downloadable                                          | enrolled in audit | -",
                "41 | has downloadable                                          | exam rejected     | unavailable",
                "41 | allowlisted, has downloadable                             | exam rejected     | -",
                "41 | no certificate                                            | exam rejected     | -",
            })
    void asTheTableSays(int row, String given, String when, String then) {
        assertThat(Case.inWords(Case.of(given).when(when))).isEqualTo(then);
    }

    @Test
    void row1TheCertificateBearsModeGradeAndName() {
        Certificate certificate = Case.of("passing").after("generate");

        assertThat(certificate.mode()).isEqualTo("verified");
        assertThat(certificate.grade()).isEqualTo("0.88");
        assertThat(certificate.name()).isEqualTo(Case.NAME);
        assertThat(certificate.earned()).isTrue();
    }

    @Test
    void row3TheModeBecomesVerified() {
        assertThat(Case.of("failing, has unavailable of audit")
                        .after("generate")
                        .mode())
                .isEqualTo("verified");
    }

    @Test
    void row13AForcedPassWithoutAGradeBearsNone() {
        assertThat(Case.of("passing without a grade").after("generate").grade()).isEmpty();
    }

    @Test
    void row14AsDecidedABrandNewUnverifiedCertificateIsNoRevocation() {
        // Given
        CourseRecord record = record(Case.of("identity required, unverified").after("generate"));

        // When
        Difference difference = Difference.between(
                        null,
                        record,
                        "0".repeat(32),
                        Given.terms(Given.settings()).newest())
                .orElseThrow();

        // Then
        assertThat(difference.next().certificate().status()).isEqualTo(CertificateStatus.UNVERIFIED);
        assertThat(difference.next().certificate().grade()).isEmpty();
        assertThat(difference.revokes()).isFalse();
        assertThat(difference.awards()).isFalse();
    }

    @Test
    void row21AsDecidedGeneratingLeavesAValidCertificateAndRegeneratingRefreshesIt() {
        // Given
        Certificate before = Given.certificate(CertificateStatus.DOWNLOADABLE, "verified");

        // When
        Decision generated = Case.of("passing").holding(before).when("generate");
        Certificate regenerated = Case.of("passing").holding(before).after("regenerate");

        // Then
        assertThat(Case.inWords(generated)).isEqualTo("-");
        assertThat(regenerated.status()).isEqualTo(CertificateStatus.DOWNLOADABLE);
        assertThat(regenerated.name()).isEqualTo(Case.NAME);
        assertThat(regenerated.grade()).isEqualTo("0.88");
        assertThat(regenerated.createdAt()).isEqualTo(before.createdAt());
    }

    @Test
    void row22TheCertificateIsRewrittenForTheNewMode() {
        Certificate before = Given.certificate(CertificateStatus.DOWNLOADABLE, "audit");

        Certificate after = Case.of("passing").holding(before).after("generate");

        assertThat(after.mode()).isEqualTo("verified");
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
    }

    @ParameterizedTest
    @EnumSource(value = CertificateStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "DOWNLOADABLE")
    void row24EveryOtherStatusAllowsGeneration(CertificateStatus status) {
        assertThat(Case.inWords(Case.of("has " + status.slug()).when("generate")))
                .isEqualTo("downloadable");
    }

    @Test
    void row28ADisabledEntryIsNone() {
        // Given
        Fact.Enrolled enrolled = Given.enrolled("verified", 1);
        Fact disabled = Facts.of("allowlist disabled");

        // When
        CourseRecord record = Given.fold(Given.settings())
                .all(List.of(enrolled, Given.failing(2), disabled), List.of())
                .record();

        // Then
        assertThat(record.certificate()).isNull();
        assertThat(record.standing().allowlisted()).isFalse();
    }

    @Test
    void row34TheRevocationNamesItsSource() {
        assertThat(Case.of("has downloadable").after("failing").reason().slug()).isEqualTo("notpassing_signal");
    }

    @ParameterizedTest
    @EnumSource(
            value = CertificateStatus.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DOWNLOADABLE", "GENERATING", "REGENERATING"})
    void row36AFailingGradeTouchesNothingElse(CertificateStatus status) {
        assertThat(Case.inWords(Case.of("has " + status.slug()).when("failing")))
                .isEqualTo("-");
    }

    @Test
    void row42WithoutAnEnrollmentTheModeStays() {
        assertThat(Case.of("never enrolled, has downloadable of honor")
                        .after("invalidated")
                        .mode())
                .isEqualTo("honor");
    }

    @Test
    void row43AGradeOfZeroIsNone() {
        assertThat(Case.of("failing with nothing, has error").after("generate").grade())
                .isEmpty();
    }

    private static CourseRecord record(Certificate certificate) {
        return new CourseRecord(Standing.NONE, certificate, Facts.order(0), 0, 0);
    }
}
