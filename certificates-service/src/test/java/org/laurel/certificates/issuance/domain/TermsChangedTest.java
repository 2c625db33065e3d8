package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A change of terms grants what it newly allows. It takes nothing back and restores nothing that was taken. Source: decisions,
 * everywhere 2; additions, settings and catalogue changes.
 */
class TermsChangedTest {

    @ParameterizedTest(name = "{2}: {0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // terms before | terms after | the learner | becomes
                "html off                      | html on                       | no certificate                 | downloadable",
                "html off in the run           | html on                       | no certificate                 | downloadable",
                "html off                      | html off, pdf                 | no certificate                 | generating",
                "ccx                           | no ccx                        | no certificate                 | downloadable",
                "unknown run                   | known run                     | no certificate                 | downloadable",
                "automatic off                 | automatic on                  | no certificate                 | downloadable",
                "automatic off in the run      | automatic on                  | no certificate                 | downloadable",
                "automatic off                 | automatic on                  | failing, allowlisted           | downloadable",
                "automatic off                 | automatic on                  | has notpassing                 | downloadable",
                "automatic off                 | automatic on                  | has generating                 | downloadable",
                "automatic off                 | automatic on                  | failing                        | -",
                "automatic off                 | automatic on                  | failing, has error             | -",
                "automatic off                 | automatic on                  | unverified, has downloadable   | -",
                "automatic off                 | automatic on                  | vetoed                         | -",
                "automatic off                 | automatic on, html off        | no certificate                 | -",
                "html off, automatic off       | html on, automatic off        | no certificate                 | -",
                "honor disabled                | honor enabled                 | in honor                       | downloadable",
                "identity required             | identity not required         | unverified, has unverified     | downloadable",
                "identity required             | identity not required         | unverified                     | downloadable",
                "identity not required         | identity required             | unverified                     | -",
                "identity not required         | identity required             | unverified, has downloadable   | -",
                "honor enabled                 | honor disabled                | in honor, has downloadable of honor | -",
                "html on                       | html off                      | has downloadable               | -",
                "no ccx                        | ccx                           | has downloadable               | -",
                "automatic on                  | automatic off                 | has downloadable               | -",
                "html on                       | pdf                           | has downloadable               | -",
                // allowed before: whatever kept the certificate from being granted was not the terms
                "html on                       | pdf                           | no certificate                 | -",
                "automatic on                  | automatic on in the run       | has notpassing                 | -",
            })
    void grantsWhatItNewlyAllows(String before, String after, String learner, String becomes) {
        Decision decision = caseOf(learner, after).whenTermsWere(caseOf(learner, before));

        assertThat(Case.inWords(decision)).isEqualTo(becomes);
    }

    @ParameterizedTest
    @EnumSource(
            value = CertificateStatus.class,
            names = {"UNAVAILABLE", "DELETING", "DELETED", "ERROR"})
    void restoresNothingThatWasTaken(CertificateStatus status) {
        String learner = "has " + status.slug();

        assertThat(Case.inWords(Case.of(learner).whenTermsWere(Case.of(learner + ", automatic off"))))
                .isEqualTo("-");
    }

    @ParameterizedTest
    @EnumSource(CertificateStatus.class)
    void takesNothingBack(CertificateStatus status) {
        for (String learner : new String[] {"failing", "invalidated", "barred", "never enrolled"}) {
            String words = learner + ", has " + status.slug();

            assertThat(Case.inWords(Case.of(words + ", html off, identity required, unverified")
                            .whenTermsWere(Case.of(words))))
                    .isEqualTo("-");
            assertThat(Case.inWords(Case.of(words).whenTermsWere(Case.of(words + ", html off"))))
                    .isEqualTo("-");
        }
    }

    @Test
    void tellsWhichRuleStandsInTheWay() {
        Decision decision = Case.of("html off").whenTermsWere(Case.of("ccx"));

        assertThat(decision.trace())
                .filteredOn(RuleResult::fails)
                .extracting(RuleResult::rule)
                .containsExactly("certificates_enabled");
    }

    private static Case caseOf(String learner, String terms) {
        return Case.of(learner + ", " + terms);
    }
}
