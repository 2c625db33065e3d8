package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a certificate that cannot be granted. Source: certificates, eligibility, second table. */
class ExistingStatusTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // gate 2: custom courses, on the regular path only
                "failing, ccx, has error                                                   | -",
                "ccx, invalidated, has error                                               | -",
                "ccx, allowlisted, identity required, unverified, has error                | unverified",
                "ccx, allowlisted, invalidated, has error                                  | unavailable",
                // gate 3: beta testers, on the regular path only
                "failing, beta tester, has error                                           | -",
                "beta tester, invalidated, has error                                       | -",
                "beta tester, allowlisted, identity required, unverified, has error        | unverified",
                "beta tester, allowlisted, invalidated, has error                          | unavailable",
                // gate 4: a valid certificate stands
                "failing, has downloadable                                                 | -",
                "identity required, unverified, has downloadable                           | -",
                "allowlisted, has downloadable                                             | -",
                "allowlisted, identity required, unverified, has downloadable              | -",
                "invalidated, has downloadable                                             | unavailable",
                "allowlisted, invalidated, has downloadable                                | unavailable",
                // gate 5: never enrolled
                "never enrolled, failing, has error                                        | -",
                "never enrolled, allowlisted, invalidated, has error                       | -",
                // gate 6: modes that are not eligible
                "in audit, failing, has error                                              | -",
                "in audit, allowlisted, invalidated, has error                             | -",
                "in honor, honor disabled, failing, has error                              | -",
                "in honor, failing, has error                                              | notpassing",
                "in unheard-of, failing, has error                                         | notpassing",
                // gate 7: the run is not known
                "unknown run, failing, has error                                           | -",
                "unknown run, allowlisted, invalidated, has error                          | -",
                // gate 8: certificates are off
                "html off, failing, has error                                              | -",
                "html off in the run, failing, has error                                   | -",
                "html off, allowlisted, invalidated, has error                             | -",
                "html off, pdf, failing, has error                                         | notpassing",
            })
    void theGate(String learner, String becomes) {
        assertThat(Case.inWords(Case.of(learner).when("generate"))).isEqualTo(becomes);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // row 1: an active invalidation and a certificate
                "invalidated, has error                                                    | unavailable",
                "invalidated, failing, has error                                           | unavailable",
                "invalidated, allowlisted, has error                                       | unavailable",
                "invalidated, identity required, unverified, has error                     | unavailable",
                "invalidated, has unavailable                                              | -",
                "invalidated                                                               | -",
                "invalidated, failing                                                      | -",
                // row 2: identity verification missing, and allowlisted or passing
                "identity required, unverified                                             | unverified",
                "identity required, unverified, has error                                  | unverified",
                "identity required, unverified, has unverified                             | -",
                "identity required, unverified, failing, allowlisted                       | unverified",
                "identity required, unverified, failing, allowlisted, has error            | unverified",
                "identity required, unverified, invalidated                                | unverified",
                "identity required, unverified, in honor, invalidated                      | unverified",
                "identity required, unverified, in honor                                   | downloadable",
                "identity required, unverified, in no-id-professional                      | downloadable",
                "identity required, has error                                              | downloadable",
                "unverified, has error                                                     | downloadable",
                // row 3: regular path, no identity verification missing, not passing, a certificate
                "failing, has error                                                        | notpassing",
                "failing, has notpassing                                                   | -",
                "failing                                                                   | -",
                "never graded, has error                                                   | notpassing",
                "identity required, unverified, failing                                    | -",
                "identity required, unverified, failing, has error                         | -",
                "identity required, failing, has error                                     | notpassing",
                "failing, allowlisted, has error                                           | downloadable",
            })
    void theFirstRowThatMatches(String learner, String becomes) {
        assertThat(Case.inWords(Case.of(learner).when("generate"))).isEqualTo(becomes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failing, has error                              | CERTIFICATE_GENERATION",
                "invalidated, has error                          | CERTIFICATE_GENERATION",
                "identity required, unverified                   | CERTIFICATE_GENERATION",
                "barred, has downloadable                        | CERTIFICATES_NOT_ALLOWED",
            })
    void tellsWhy(String learner, Reason reason) {
        Decision decision = Case.of(learner).when("generate");

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Changed.class,
                        changed -> assertThat(changed.certificate().reason()).isEqualTo(reason));
        assertThat(decision.trace().getLast().rule()).isEqualTo("status_without_grant");
        assertThat(decision.trace()).filteredOn(RuleResult::fails).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failing, has error                       | PASS        | The learner does not pass.",
                "barred                                   | PASS        | What is or would be granted to a learner who may not have it is withheld.",
                "barred, failing                          | NOT_REACHED | The learner may not have certificates, and there is none to withhold.",
                "failing, has downloadable                | NOT_REACHED | A certificate that the learner has stands.",
                "in audit, has error                      | NOT_REACHED | Certificates are not granted to such a learner here, so the status is left alone.",
                "invalidated, has error                   | PASS        | The certificate is invalidated, so it is unavailable.",
                "identity required, unverified            | PASS        | The certificate is deserved and waits for an identity verification.",
                "failing                                  | NOT_REACHED | No other status follows.",
            })
    void saysWhichRowDecided(String learner, RuleResult.Verdict verdict, String detail) {
        RuleResult last = Case.of(learner).when("generate").trace().getLast();

        assertThat(last.verdict()).isEqualTo(verdict);
        assertThat(last.detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @EnumSource(CertificateStatus.class)
    void nothingIsEverEarnedByAnEvaluationThatFails(CertificateStatus status) {
        for (String learner : new String[] {"failing", "invalidated", "identity required, unverified", "barred"}) {
            Decision decision = Case.of(learner + ", has " + status.slug()).when("generate");

            if (decision instanceof Decision.Changed changed) {
                assertThat(changed.certificate().earned()).isFalse();
                assertThat(changed.certificate().file()).isEqualTo(CertificateFile.NONE);
            }
        }
    }
}
