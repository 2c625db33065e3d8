package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What completion means for a certificate where a course run has a threshold. Source: ADR 0031. */
class CompletionTest {

    private static final String BOTH = "threshold 0.8";
    private static final String ALONE = "threshold 0.8 alone";

    @ParameterizedTest(name = "{0}, {1}: {2} → {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                // terms        | learner                                        | what happens         | the
                // certificate becomes
                "threshold 0.8       | never graded, failing                          | completed 0.8        | -",
                "threshold 0.8       | passing                                        | completed 0.8        | downloadable",
                "threshold 0.8       | passing                                        | completed 0.7999     | -",
                "threshold 0.8       | passing                                        | passing              | -",
                "threshold 0.8       | passing, completed 0.8                         | passing              | downloadable",
                "threshold 0.8       | passing, completed 0.5                         | completed 1          | downloadable",
                "threshold 0.8       | passing, completed 0.8                         | enrolled in verified | downloadable",
                "threshold 0.8       | passing                                        | enrolled in verified | -",
                "threshold 0.8       | passing, completed 0.8                         | generate             | downloadable",
                "threshold 0.8       | failing, completed 0.8                         | generate             | -",
                "threshold 0.8       | failing, allowlisted                           | generate             | downloadable",
                "threshold 0.8       | passing, completed 0.9, has downloadable       | failing              | notpassing",
                "threshold 0.8 alone | failing                                        | completed 0.8        | downloadable",
                "threshold 0.8 alone | never graded                                   | completed 0.8        | downloadable",
                "threshold 0.8 alone | passing                                        | passing              | -",
                "threshold 0.8 alone | passing, completed 0.9, has downloadable       | failing              | -",
                "threshold 0.8 alone | completed 0.5, has downloadable                | failing              | -",
                "threshold 0.8 alone | failing, automatic off                         | completed 0.8        | -",
                "threshold 0.8 alone | failing, in audit                              | completed 0.8        | -",
                "threshold 0.8 alone | failing, barred                                | completed 0.8        | restricted",
                "threshold 0.8 alone | failing, identity required, unverified         | completed 0.8        | unverified",
                "threshold 0.8 alone | failing, pdf                                   | completed 0.8        | generating",
                "threshold 0.8 alone | failing, beta tester                           | completed 0.8        | -",
                "threshold 0.8 alone | failing, invalidated                           | completed 0.8        | -",
                // going on above the threshold restores nothing; reaching it is another evaluation
                "threshold 0.8 alone | completed 0.8, has unavailable                 | completed 0.9        | -",
                "threshold 0.8 alone | completed 0.7, has unavailable                 | completed 0.9        | downloadable",
                "threshold 0.8 alone | completed 0.8, has notpassing                  | exam rejected        | unavailable",
                // completion may be moved down and up again, and so gives nothing back that staff or an exam took
                "threshold 0.8 alone | completed 0.7, has unavailable because of exam_event | completed 0.8 | -",
                "threshold 0.8 alone | completed 0.7, has deleted because of deletion | completed 0.8        | -",
                "threshold 0.8 alone | completed 0.7, has unavailable because of certificate_invalidation_list | completed 0.8 | -",
                "threshold 0.8 alone | completed 0.7, has unavailable because of allowlist_removal | completed 0.8 | downloadable",
                // what is evaluated for another reason and lacks the completion is not earned
                "threshold 0.8       | passing, completed 0.5, has unavailable        | generate             | notpassing",
                "threshold 0.8 alone | passing, completed 0.5, has unavailable        | generate             | notpassing",
                "threshold 0.8 alone | failing, completed 0.9, has unavailable        | generate             | downloadable",
                // what was granted before is not asked about completion again, whoever took it
                "threshold 0.8       | passing, completed 0.5, granted before, has unavailable | invalidation off | downloadable",
                "threshold 0.8       | passing, completed 0.5, granted before, has restricted | allowed           | downloadable",
                "threshold 0.8       | passing, completed 0.5, granted before, has unavailable because of exam_event | passing | downloadable",
                "threshold 0.8 alone | failing, completed 0.5, granted before, has deleted | add               | downloadable",
                "threshold 0.8       | passing, completed 0.5, granted before, pdf, has error | regenerate     | regenerating",
                "threshold 0.8       | failing, completed 0.5, granted before, has unavailable | generate      | notpassing",
                "threshold 0.8       | passing, completed 0.5, granted before, has unavailable because of exam_event | completed 0.6 | -",
                "passing             | passing                                        | completed 1          | -",
                "passing             | failing                                        | completed 1          | -",
            })
    void earnsTogetherWithTheGradeOrAlone(String terms, String learner, String fact, String becomes) {
        assertThat(Case.inWords(Case.of(learner + ", " + terms).when(fact))).isEqualTo(becomes);
    }

    @ParameterizedTest
    @EnumSource(CertificateStatus.class)
    void fallingBelowTakesNothingBack(CertificateStatus status) {
        for (String terms : new String[] {BOTH, ALONE}) {
            Case learner = Case.of("passing, completed 0.9, " + terms + ", has " + status.slug());

            assertThat(Case.inWords(learner.when("completed 0.7"))).isEqualTo("-");
        }
    }

    @Test
    void whatStandsIsMadeAnewBelowTheThreshold() {
        Case learner = Case.of("passing, completed 0.5, granted before, pdf, has downloadable, " + BOTH);

        assertThat(Case.inWords(learner.when("regenerate"))).isEqualTo("regenerating");
    }

    @ParameterizedTest(name = "from {0} to {1}, {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "threshold 0.9       | threshold 0.8       | completed 0.85                    | downloadable",
                "threshold 0.9       | threshold 0.8       | completed 0.85, has notpassing    | downloadable",
                "threshold 0.9       | threshold 0.8       | completed 0.85, has unavailable   | -",
                "threshold 0.9       | threshold 0.8       | completed 0.95                    | -",
                "threshold 0.9       | threshold 0.8       | completed 0.7                     | -",
                "threshold 0.8       | threshold 0.9       | completed 0.85, has downloadable  | -",
                "threshold 0.8       | threshold 0.8 alone | failing, completed 0.8            | downloadable",
                "threshold 0.8 alone | threshold 0.8       | failing, completed 0.8, has downloadable | -",
                "html on             | threshold 0.8 alone | failing, completed 0.8            | downloadable",
                "html on             | threshold 0.8       | completed 0.5, has downloadable   | -",
                "threshold 0.8       | html on             | completed 0.5                     | downloadable",
            })
    void aChangeOfTheThresholdGrantsWhatItNewlyAllows(String before, String after, String learner, String becomes) {
        Decision decision = Case.of(learner + ", " + after).whenTermsWere(Case.of(learner + ", " + before));

        assertThat(Case.inWords(decision)).isEqualTo(becomes);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "passing, threshold 0.8, completed 0.7999 | pass | The learner passes with grade 0.88. | fail | "
                        + "The learner has completed 79.99 % of the course run, of which 80 % is needed. | "
                        + "Completing more of the course run, of which 80 % is needed; or an entry on the allowlist.",
                "failing, threshold 0.8 | fail | The learner does not pass, with grade 0.4. | fail | "
                        + "Nothing is known of what the learner has completed, of which 80 % is needed. | "
                        + "Completing more of the course run, of which 80 % is needed; or an entry on the allowlist.",
                "failing, threshold 0.8 alone, completed 1 | pass | "
                        + "No passing grade is needed: completion alone earns the certificate. | pass | "
                        + "The learner has completed 100 % of the course run, of which 80 % is needed. | ''",
                "passing, threshold 0.8, completed 0.5, granted before | pass | The learner passes with grade 0.88. | pass | "
                        + "The certificate was granted before; completing less than is needed now takes nothing back. | ''",
            })
    void theRulesSayHowMuchIsThereAndHowMuchIsNeeded(
            String learner,
            String passing,
            String passingSays,
            String completion,
            String completionSays,
            String completionRemedy) {
        // When
        Situation situation = Case.of(learner).situation();

        // Then
        assertThat(Rule.PASSING_GRADE.result(situation))
                .extracting(RuleResult::verdict, RuleResult::detail)
                .containsExactly(verdict(passing), passingSays);
        assertThat(Rule.COMPLETION.result(situation))
                .isEqualTo(new RuleResult("completion", verdict(completion), completionSays, completionRemedy));
    }

    @Test
    void isAskedAboutWhereItPlaysAPartAndRightAfterTheGrade() {
        assertThat(new Eligibility(Case.of(BOTH + ", completed 1").situation()).trace())
                .extracting(RuleResult::rule)
                .containsSubsequence("passing_grade", "completion", "not_invalidated");
        assertThat(new Eligibility(Case.of("completed 1").situation()).trace())
                .extracting(RuleResult::rule)
                .doesNotContain("completion");
        assertThat(new Eligibility(Case.of(BOTH + ", allowlisted").situation()).trace())
                .extracting(RuleResult::rule)
                .doesNotContain("completion");
    }

    @Test
    void whoEarnsByCompletionNeedsNoAllowlistForIt() {
        assertThat(Case.of("failing, allowlisted, completed 0.9, " + ALONE)
                        .after("generate")
                        .reason())
                .isEqualTo(Reason.PASSED);
        assertThat(Case.of("passing, allowlisted, completed 0.5, " + BOTH)
                        .after("generate")
                        .reason())
                .isEqualTo(Reason.ALLOWLISTED);
    }

    private static RuleResult.Verdict verdict(String word) {
        return word.equals("pass") ? RuleResult.Verdict.PASS : RuleResult.Verdict.FAIL;
    }
}
