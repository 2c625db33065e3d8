package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reactions depend on besides the status: the automatic switch, barring, the enrollment, names. */
class ConditionsTest {

    private static final String WITHOUT_AUTOMATIC_GENERATION = """
            status       | passing | identity approved | allowlist enabled | enrolled in verified | no beta tester
            none         | -       | -                 | -                 | -                    | -
            notpassing   | -       | -                 | -                 | -                    | -
            unverified   | -       | -                 | -                 | -                    | -
            error        | -       | -                 | -                 | -                    | -
            downloadable | -       | -                 | -                 | -                    | -
            """;

    private static final String DESPITE_THE_SWITCH = """
            status       | enrolled in honor | failing    | exam rejected | allowlist removed | invalidated | invalidation off | barred     | allowed      | generate     | add
            none         | downloadable      | -          | -             | -                 | -           | downloadable     | restricted | -            | downloadable | downloadable
            notpassing   | downloadable      | -          | unavailable   | unavailable       | unavailable | downloadable     | restricted | -            | downloadable | downloadable
            restricted   | downloadable      | -          | unavailable   | unavailable       | unavailable | downloadable     | -          | downloadable | downloadable | downloadable
            generating   | downloadable      | notpassing | unavailable   | unavailable       | unavailable | downloadable     | restricted | -            | downloadable | -
            downloadable | -                 | notpassing | unavailable   | unavailable       | unavailable | -                | restricted | -            | -            | downloadable
            """;

    @TestFactory
    Stream<DynamicTest> theseReactionsNeedAutomaticGenerationInTheDeployment() {
        return reactions("automatic off", WITHOUT_AUTOMATIC_GENERATION);
    }

    @TestFactory
    Stream<DynamicTest> theseReactionsNeedAutomaticGenerationInTheRun() {
        return reactions("automatic off in the run", WITHOUT_AUTOMATIC_GENERATION);
    }

    @TestFactory
    Stream<DynamicTest> theRunsSwitchDoesNotOverruleTheDeployments() {
        return reactions("automatic off, automatic on in the run", WITHOUT_AUTOMATIC_GENERATION);
    }

    @TestFactory
    Stream<DynamicTest> theseReactionsDoNotNeedAutomaticGeneration() {
        return reactions("automatic off", DESPITE_THE_SWITCH);
    }

    @TestFactory
    Stream<DynamicTest> nothingIsGrantedToABarredLearner() {
        return reactions("barred, allowlisted", """
                status       | passing    | enrolled in honor | identity approved | allowlist enabled | invalidation off | no beta tester | generate   | add        | regenerate
                none         | restricted | restricted        | restricted        | restricted        | restricted       | -              | restricted | restricted | -
                restricted   | -          | -                 | -                 | -                 | -                | -              | -          | -          | -
                notpassing   | restricted | restricted        | restricted        | restricted        | restricted       | -              | restricted | restricted | -
                error        | restricted | restricted        | restricted        | restricted        | restricted       | -              | restricted | restricted | restricted
                unavailable  | restricted | restricted        | restricted        | restricted        | restricted       | -              | restricted | restricted | -
                downloadable | -          | restricted        | restricted        | restricted        | restricted       | -              | restricted | restricted | restricted
                generating   | -          | restricted        | restricted        | restricted        | restricted       | -              | restricted | -          | -
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a barred learner | becomes
                "failing                                        | -",
                "failing, has notpassing                        | -",
                "failing, has downloadable                      | restricted",
                "failing, has generating                        | restricted",
                "in audit                                       | -",
                "in audit, has downloadable                     | restricted",
                "never enrolled                                 | -",
                "ccx                                            | -",
                "ccx, allowlisted                               | restricted",
                "beta tester                                    | -",
                "beta tester, allowlisted                       | restricted",
                "unknown run                                    | -",
                "html off                                       | -",
                "invalidated, has unavailable                   | restricted",
                "identity required, unverified, has unverified  | restricted",
            })
    void barringWithholdsWhatWouldBeGrantedAndTakesBackWhatIsThere(String learner, String expected) {
        assertThat(Case.inWords(Case.of(learner).when("barred"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "has restricted                                 | downloadable",
                "has restricted, failing                        | notpassing",
                "has restricted, failing, allowlisted           | downloadable",
                "has restricted, invalidated                    | unavailable",
                "has restricted, identity required, unverified  | unverified",
                "has restricted, in audit                       | unavailable",
                "has restricted, pdf                            | generating",
                "has notpassing                                 | -",
                "no certificate                                 | -",
            })
    void allowingAgainEvaluatesWhatWasRestricted(String learner, String expected) {
        assertThat(Case.inWords(Case.of(learner).when("allowed"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no certificate            | enrolled in verified         | downloadable",
                "inactive                  | enrolled in verified         | downloadable",
                "never enrolled            | enrolled in verified         | downloadable",
                "never enrolled            | unenrolled from verified     | -",
                "in audit                  | enrolled in verified         | downloadable",
                "in audit                  | unenrolled from verified     | downloadable",
                "has downloadable of audit | enrolled in honor            | downloadable",
                "has downloadable          | enrolled in audit            | -",
                "has generating            | enrolled in audit            | -",
                "has notpassing            | enrolled in audit            | -",
                "honor disabled            | enrolled in honor            | -",
                "failing                   | enrolled in professional     | -",
                "has unverified            | unenrolled from verified     | -",
                "inactive                  | identity approved            | -",
                "inactive, has unverified  | identity approved            | -",
                "no certificate            | identity approved, but over by now | -",
                "inactive                  | passing                      | downloadable",
                "beta tester               | passing                      | -",
                "beta tester, has error    | passing                      | -",
                "beta tester, allowlisted  | passing                      | downloadable",
                "beta tester               | no beta tester               | downloadable",
                "beta tester, failing, has error | no beta tester         | -",
                "beta tester, pdf          | no beta tester               | generating",
                "beta tester, vetoed       | no beta tester               | vetoed",
            })
    void dependsOnTheEnrollment(String learner, String fact, String expected) {
        assertThat(Case.inWords(Case.of(learner).when(fact))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "names follow, has downloadable | renamed | downloadable",
                "names follow, has downloadable | allowed | downloadable",
                "names follow, has regenerating | renamed | regenerating",
                "has downloadable               | renamed | -",
                "has downloadable               | allowed | -",
                "names follow, has notpassing   | renamed | -",
                "names follow, has generating   | renamed | -",
                "names follow                   | renamed | -",
            })
    void aNameReachesAnIssuedCertificateOnlyWhereTheDeploymentWantsIt(String learner, String fact, String expected) {
        assertThat(Case.inWords(Case.of(learner).when(fact))).isEqualTo(expected);
    }

    @Test
    void aNameThatFollowsChangesNothingElse() {
        Certificate before = Given.certificate(CertificateStatus.DOWNLOADABLE, "verified");

        Certificate after = Case.of("names follow").holding(before).after("renamed");

        assertThat(after).isEqualTo(before.named(Case.NAME, Given.at(Facts.NOW)));
        assertThat(Case.inWords(Case.of("names follow").holding(after).when("renamed")))
                .isEqualTo("-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"passing", "enrolled in honor", "identity approved", "allowlist enabled", "generate", "add"})
    void aVetoOfTheDeploymentStopsEveryGrant(String fact) {
        Decision decision = Case.of("vetoed").when(fact);

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Vetoed.class,
                        vetoed -> assertThat(vetoed.why()).isEqualTo("Not before the fee is paid."));
        assertThat(decision.trace().getLast().rule()).isEqualTo("allowed_by_policy");
        assertThat(decision.trace().getLast().detail()).isEqualTo("Not before the fee is paid.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vetoed, failing                       | generate | -",
                "vetoed, failing, has error            | generate | notpassing",
                "vetoed, identity required, unverified | generate | unverified",
                "vetoed, has downloadable              | generate | -",
                "vetoed, has downloadable              | failing  | notpassing",
            })
    void aVetoIsNotAskedWhenARuleFailsBeforeIt(String learner, String fact, String expected) {
        assertThat(Case.inWords(Case.of(learner).when(fact))).isEqualTo(expected);
    }

    private static Stream<DynamicTest> reactions(String learner, String table) {
        return Matrix.of(table)
                .eachRow((status, fact) ->
                        Case.inWords(Case.of(learner + ", has " + status).when(fact)));
    }
}
