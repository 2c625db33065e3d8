package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.certificates.issuance.domain.RuleResult.Verdict;

/** Whether a certificate can be granted, rule by rule. Source: certificates, eligibility, first table; decisions 1 and 2. */
class EligibilityTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // learner | regular path | with an entry on the allowlist
                "passing                                          | granted              | granted",
                "failing                                          | passing_grade        | granted",
                "never graded                                     | passing_grade        | granted",
                "barred                                           | learner_allowed      | learner_allowed",
                "ccx                                              | not_a_ccx_run        | granted",
                "beta tester                                      | not_a_beta_tester    | granted",
                "invalidated                                      | not_invalidated      | not_invalidated",
                "never enrolled                                   | enrolled             | enrolled",
                "inactive                                         | granted              | granted",
                "in audit                                         | eligible_mode        | eligible_mode",
                "in honor                                         | granted              | granted",
                "in honor, honor disabled                         | eligible_mode        | eligible_mode",
                "identity required                                | granted              | granted",
                "identity required, unverified                    | identity_verified    | identity_verified",
                "identity required, unverified, in honor          | granted              | granted",
                "identity required, unverified, in credit         | identity_verified    | identity_verified",
                "identity required, unverified, in no-id-professional | granted          | granted",
                "unverified                                       | granted              | granted",
                "has downloadable                                 | not_granted_yet      | not_granted_yet",
                "has downloadable of audit                        | granted              | granted",
                "has downloadable of honor, honor disabled        | granted              | granted",
                "has downloadable of audit, in audit              | eligible_mode        | eligible_mode",
                "has generating                                   | granted              | granted",
                "unknown run                                      | course_run_known     | course_run_known",
                "html off                                         | certificates_enabled | certificates_enabled",
                "html off in the run                              | certificates_enabled | certificates_enabled",
                "html off, pdf                                    | granted              | granted",
                "vetoed                                           | allowed_by_policy    | allowed_by_policy",
            })
    void theFirstRuleThatFailsDecides(String learner, String regular, String allowlist) {
        assertThat(decidedBy(Case.of(learner))).isEqualTo(regular);
        assertThat(decidedBy(Case.of(learner + ", allowlisted"))).isEqualTo(allowlist);
    }

    @Test
    void theRegularPathAsksItsRulesInThisOrder() {
        assertThat(rulesOf(Case.of("passing")))
                .containsExactly(
                        "learner_allowed",
                        "not_a_ccx_run",
                        "not_a_beta_tester",
                        "passing_grade",
                        "not_invalidated",
                        "enrolled",
                        "eligible_mode",
                        "identity_verified",
                        "not_granted_yet",
                        "course_run_known",
                        "certificates_enabled",
                        "allowed_by_policy");
    }

    @Test
    void theAllowlistPathAsksItsRulesInThisOrder() {
        assertThat(rulesOf(Case.of("allowlisted")))
                .containsExactly(
                        "learner_allowed",
                        "on_allowlist",
                        "not_invalidated",
                        "enrolled",
                        "eligible_mode",
                        "identity_verified",
                        "not_granted_yet",
                        "course_run_known",
                        "certificates_enabled",
                        "allowed_by_policy");
    }

    @Test
    void afterTheFirstRuleThatFailsTheRestIsNotReached() {
        // Given
        Eligibility eligibility =
                new Eligibility(Case.of("failing, in audit, html off").situation());

        // When
        List<RuleResult> trace = eligibility.trace();

        // Then
        assertThat(trace.stream().map(RuleResult::verdict))
                .containsExactly(
                        Verdict.PASS,
                        Verdict.PASS,
                        Verdict.PASS,
                        Verdict.FAIL,
                        Verdict.NOT_REACHED,
                        Verdict.NOT_REACHED,
                        Verdict.NOT_REACHED,
                        Verdict.NOT_REACHED,
                        Verdict.NOT_REACHED,
                        Verdict.NOT_REACHED,
                        Verdict.NOT_REACHED,
                        Verdict.NOT_REACHED);
        assertThat(trace.getLast()).isEqualTo(new RuleResult("allowed_by_policy", Verdict.NOT_REACHED, "", ""));
        assertThat(trace.getFirst().remedy()).isEmpty();
    }

    @Test
    void everyRuleThatFailsIsAnObstacleWithItsRemedy() {
        Eligibility eligibility =
                new Eligibility(Case.of("failing, in audit, html off, vetoed").situation());

        assertThat(eligibility.obstacles())
                .extracting(RuleResult::rule, RuleResult::remedy)
                .containsExactly(
                        tuple("passing_grade", "A passing grade, or an entry on the allowlist."),
                        tuple("eligible_mode", "A change of mode, to verified for instance."),
                        tuple(
                                "certificates_enabled",
                                "Switching web certificates or PDF files on for the course run and the deployment."),
                        tuple("allowed_by_policy", "What the deployment's own policy asks for."));
        assertThat(eligibility.vetoed())
                .as("a rule before the policy has decided")
                .isFalse();
        assertThat(new Eligibility(Case.of("vetoed").situation()).vetoed()).isTrue();
        assertThat(new Eligibility(Case.of("passing").situation()).vetoed()).isFalse();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "passing                       | learner_allowed      | The learner may have certificates.",
                "barred                        | learner_allowed      | The learner may not have certificates.",
                "allowlisted                   | on_allowlist         | The learner is on the allowlist.",
                "passing                       | not_a_ccx_run        | The course run is an ordinary one.",
                "ccx                           | not_a_ccx_run        | The course run is a custom course (CCX).",
                "passing                       | not_a_beta_tester    | The learner is no beta tester.",
                "beta tester                   | not_a_beta_tester    | The learner is a beta tester of the course run.",
                "passing                       | passing_grade        | The learner passes with grade 0.88.",
                "passing without a grade       | passing_grade        | The learner passes with no grade.",
                "failing                       | passing_grade        | The learner does not pass, with grade 0.4.",
                "never graded                  | passing_grade        | The learner does not pass, with no grade.",
                "passing                       | not_invalidated      | No invalidation is in force.",
                "invalidated                   | not_invalidated      | Staff have declared the certificate invalid.",
                "passing                       | enrolled             | The learner is enrolled.",
                "inactive                      | enrolled             | The learner was enrolled; the enrollment is inactive.",
                "never enrolled                | enrolled             | The learner has never been enrolled.",
                "passing                       | eligible_mode        | Mode verified is eligible.",
                "in audit                      | eligible_mode        | Mode audit is not eligible.",
                "passing                       | identity_verified    | The learner's identity is verified.",
                "unverified                    | identity_verified    | No identity verification is needed.",
                "identity required, unverified | identity_verified    | The mode needs an identity verification, and the learner has none that is current.",
                "passing                       | not_granted_yet      | No certificate is granted yet.",
                "has downloadable              | not_granted_yet      | The certificate is granted already.",
                "has downloadable of audit     | not_granted_yet      | The certificate is of a mode that is not eligible.",
                "passing                       | course_run_known     | The course run is known.",
                "unknown run                   | course_run_known     | The course run is not known here.",
                "passing                       | certificates_enabled | Certificates are switched on for the course run.",
                "html off                      | certificates_enabled | Neither web certificates nor PDF files are switched on for the course run.",
                "passing                       | allowed_by_policy    | The deployment's own policy has no objection.",
                "vetoed                        | allowed_by_policy    | Not before the fee is paid.",
            })
    void eachRuleTellsWhatItLookedAt(String learner, String rule, String detail) {
        assertThat(new Eligibility(Case.of(learner).situation()).trace())
                .filteredOn(result -> result.rule().equals(rule))
                .extracting(RuleResult::detail)
                .containsExactly(detail);
    }

    @Test
    void rulesThatNoPathReachesWithTheseWordsStillSpeak() {
        Situation never = Case.of("never enrolled").situation();

        assertThat(Rule.ON_ALLOWLIST.result(never).detail()).isEqualTo("The learner is not on the allowlist.");
        assertThat(Rule.ELIGIBLE_MODE.result(never).detail()).isEqualTo("Mode none is not eligible.");
        assertThat(Rule.IDENTITY_VERIFIED.holds(
                        Case.of("never enrolled, identity required, unverified").situation()))
                .as("without a mode no identity is asked for")
                .isTrue();
    }

    @Test
    void aCertificateThatIsMadeAnewSaysSo() {
        Situation again = Case.of("has downloadable").situation().asked(GenerationMode.BATCH, true);

        assertThat(Rule.NOT_GRANTED_YET.result(again).detail()).isEqualTo("The certificate is to be made anew.");
        assertThat(new Eligibility(again).granted()).isTrue();
    }

    @Test
    void aPolicyIsAskedWithWhatWouldBeGranted() {
        // Given
        var asked = new AtomicReference<GenerationPolicy.Request>();
        Situation situation = Case.of("in honor").situation();
        Situation watched = new Situation(
                situation.key(),
                situation.before(),
                situation.standing(),
                null,
                situation.terms(),
                situation.learner(),
                situation.at(),
                GenerationMode.SELF,
                false,
                List.of(request -> {
                    asked.set(request);
                    return Optional.empty();
                }));

        // When
        boolean granted = new Eligibility(watched).granted();

        // Then
        assertThat(granted).isTrue();
        assertThat(asked.get())
                .isEqualTo(new GenerationPolicy.Request(Given.CASE, "honor", "0.88", GenerationMode.SELF));
    }

    private static String decidedBy(Case learner) {
        Eligibility eligibility = new Eligibility(learner.situation());
        List<String> failing = eligibility.trace().stream()
                .filter(result -> result.verdict() == Verdict.FAIL)
                .map(RuleResult::rule)
                .toList();
        assertThat(failing).hasSizeLessThan(2);
        assertThat(eligibility.granted()).isEqualTo(failing.isEmpty());
        return failing.isEmpty() ? "granted" : failing.getFirst();
    }

    private static List<String> rulesOf(Case learner) {
        return new Eligibility(learner.situation())
                .trace().stream().map(RuleResult::rule).toList();
    }
}
