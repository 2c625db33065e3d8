package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.certificates.issuance.domain.Given.at;
import static org.laurel.certificates.issuance.domain.Given.enrolled;
import static org.laurel.certificates.issuance.domain.Given.failing;
import static org.laurel.certificates.issuance.domain.Given.fold;
import static org.laurel.certificates.issuance.domain.Given.passing;
import static org.laurel.certificates.issuance.domain.Given.settings;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.course.domain.IssuingMode;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.SitePolicy;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.issuance.domain.Explanation.Outcome;
import org.laurel.certificates.learner.domain.CertificatePreferences;
import org.laurel.certificates.learner.domain.IdentityVerification;
import org.laurel.certificates.learner.domain.LearnerHistory;
import org.laurel.kit.domain.FactOrder;

/** Why a learner has a certificate or none, what would change it, and what would come of what is assumed. Source: decision 11. */
class ExplanationTest {

    private static final FactOrder NOW = Facts.order(Fact.Requested.KIND);

    @Test
    void aGrantIsExplainedByTheRulesAtItsTime() {
        Explanation explanation = Explanation.of(
                fold(settings()), List.of(enrolled("verified", 10), passing(20), Facts.of("graded")), NOW);

        assertThat(explanation.outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(explanation.wouldChange()).isEmpty();
        assertThat(explanation.trace()).extracting(RuleResult::verdict).containsOnly(RuleResult.Verdict.PASS);
        assertThat(explanation.trace())
                .filteredOn(result -> result.rule().equals("not_granted_yet"))
                .extracting(RuleResult::detail)
                .containsExactly("No certificate is granted yet.");
        assertThat(Objects.requireNonNull(explanation.record().certificate()).status())
                .isEqualTo(CertificateStatus.DOWNLOADABLE);
    }

    @Test
    void aRefusalIsExplainedByTodaysRulesWithTheirRemedies() {
        Explanation explanation = Explanation.of(fold(settings()), List.of(enrolled("audit", 10), failing(20)), NOW);

        assertThat(explanation.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(explanation.trace())
                .filteredOn(RuleResult::fails)
                .extracting(RuleResult::rule)
                .containsExactly("passing_grade");
        assertThat(explanation.wouldChange())
                .extracting(RuleResult::rule)
                .containsExactly("passing_grade", "eligible_mode");
    }

    @Test
    void whoFulfilsEveryRuleWithoutAnyEvaluationIsEligible() {
        // Given
        SitePolicy off = new SitePolicy(1, at(0), true, false, false, false, false, false, false, IssuingMode.LIVE);
        Fold fold = new Fold(
                Given.CASE,
                new TermsHistory(List.of(settings()), List.of(), List.of(off), Given.SITE),
                Given.learner(),
                List.of());

        // When
        Explanation explanation = Explanation.of(fold, List.of(enrolled("verified", 10), passing(20)), NOW);

        // Then
        assertThat(explanation.outcome()).isEqualTo(Outcome.ELIGIBLE);
        assertThat(explanation.wouldChange()).extracting(RuleResult::rule).containsExactly("automatic_generation");
        assertThat(explanation.wouldChange().getFirst().remedy())
                .contains("certificate:add")
                .contains("switching automatic generation on");
        assertThat(explanation.now().standing().passing()).isTrue();
        assertThat(explanation.now().at()).isEqualTo(NOW);
    }

    @Test
    void switchingAutomaticGenerationOnIsNoRemedyForWhatWasTakenBack() {
        // Given
        SitePolicy off = new SitePolicy(1, at(25), true, false, false, false, false, false, false, IssuingMode.LIVE);
        Fold fold = new Fold(
                Given.CASE,
                new TermsHistory(List.of(settings()), List.of(), List.of(off), Given.SITE),
                Given.learner(),
                List.of());
        Fact rejected = new Fact.ExamRejected(Facts.order(Fact.ExamRejected.KIND), null);

        // When
        Explanation explanation = Explanation.of(fold, List.of(enrolled("verified", 10), passing(20), rejected), NOW);

        // Then
        assertThat(explanation.outcome()).isEqualTo(Outcome.ELIGIBLE);
        assertThat(explanation.wouldChange()).extracting(RuleResult::rule).containsExactly("evaluated_since");
        assertThat(explanation.wouldChange().getFirst().remedy()).doesNotContain("switching automatic");
    }

    @Test
    void whoseCertificateWasTakenBackIsToldForWhatReasonAndWhatBringsItBack() {
        Explanation explanation = Explanation.of(
                fold(settings()),
                List.of(
                        enrolled("verified", 10),
                        passing(20),
                        new Fact.ExamRejected(Facts.order(Fact.ExamRejected.KIND), null)),
                NOW);

        assertThat(explanation.outcome()).isEqualTo(Outcome.ELIGIBLE);
        assertThat(explanation.wouldChange()).extracting(RuleResult::rule).containsExactly("evaluated_since");
        assertThat(explanation.wouldChange().getFirst().detail()).contains("unavailable (exam_event)");
        assertThat(explanation.wouldChange().getFirst().remedy()).startsWith("A generation run");
    }

    @Test
    void whatIsNotGrantedIsExplainedByTheStatusThatFollows() {
        Explanation explanation =
                Explanation.of(fold(settings()), List.of(enrolled("verified", 10), passing(20), failing(30)), NOW);

        assertThat(explanation.trace().getLast().rule()).isEqualTo("status_without_grant");
        assertThat(explanation.trace().getLast().detail()).isEqualTo("The learner does not pass.");
        assertThat(explanation.trace().getLast().verdict()).isEqualTo(RuleResult.Verdict.PASS);
    }

    @Test
    void everyFactIsAStepInBusinessTime() {
        Explanation explanation =
                Explanation.of(fold(settings()), List.of(failing(90), passing(20), enrolled("verified", 10)), NOW);

        assertThat(explanation.steps())
                .extracting(step -> Case.inWords(step.decision()))
                .as("settings, enrolled, passing, another name, failing")
                .containsExactly("-", "-", "downloadable", "-", "notpassing");
        assertThat(explanation.steps().get(3).fact()).isInstanceOf(Fact.Renamed.class);
    }

    @Test
    void nothingKnownIsExplainedToo() {
        Explanation explanation =
                Explanation.of(new Fold(Given.CASE, Given.terms(), LearnerHistory.UNKNOWN, List.of()), List.of(), NOW);

        assertThat(explanation.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(explanation.steps()).isEmpty();
        assertThat(explanation.record()).isEqualTo(CourseRecord.EMPTY);
        assertThat(explanation.record().at()).isEqualTo(Instant.EPOCH);
        assertThat(explanation.wouldChange())
                .extracting(RuleResult::rule)
                .containsExactly(
                        "passing_grade", "enrolled", "eligible_mode", "course_run_known", "certificates_enabled");
    }

    @Test
    void aStatedCertificateIsExplainedWithoutRules() {
        Explanation explanation = Explanation.of(
                fold(settings()),
                List.of(new Fact.Stated(
                        Facts.order(Fact.Stated.KIND),
                        new StatedCertificate(
                                CertificateStatus.DOWNLOADABLE, "honor", "", null, null, null, null, "", "", ""))),
                NOW);

        assertThat(explanation.outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(explanation.trace()).isEmpty();
    }

    @Test
    void assumingNothingChangesNothing() {
        // Given
        Hypothesis nothing = new Hypothesis(List.of(), null, null, null, null, null);
        TermsHistory terms = Given.terms(settings());

        // Then
        assertThat(nothing.terms(terms)).isEqualTo(terms);
        assertThat(nothing.learner(Given.learner())).isEqualTo(Given.learner());
    }

    @Test
    void whatIsAssumedOfTheTermsIsFoldedWithTheRest() {
        // Given
        RunPolicy pdf = new RunPolicy(1, at(1), null, true, false, false, null, null);
        SitePolicy off = new SitePolicy(1, at(1), false, false, false, true, false, false, false, IssuingMode.LIVE);
        Hypothesis assumed = new Hypothesis(List.of(), null, null, settings(2, 5, false, true), pdf, off);

        // When
        TermsHistory terms = assumed.terms(Given.terms(settings()));

        // Then
        assertThat(terms.settings()).hasSize(2);
        assertThat(terms.newest().run()).isEqualTo(pdf);
        assertThat(terms.newest().site()).isEqualTo(off);
    }

    @Test
    void anAssumedAllowanceLeavesTheOtherPreferencesAsTheyAre() {
        // Given
        CertificatePreferences known =
                new CertificatePreferences(Facts.order(5), true, "A. L.", true, "Augusta", "all_users", 3);
        LearnerHistory history = new LearnerHistory(Given.learner().names(), List.of(), List.of(known));
        FactOrder later = new FactOrder(at(200), 1, 5, "/what-if", "1");

        // When
        LearnerHistory assumed = barring(later).learner(history);

        // Then
        assertThat(assumed.newestPreferences())
                .isEqualTo(new CertificatePreferences(
                        later, false, "A. L.", true, "Augusta", "all_users", Long.MAX_VALUE));
        assertThat(assumed.preferences()).hasSize(2);
    }

    @Test
    void anAssumedAllowanceOfALearnerWithoutPreferencesIsPrivate() {
        FactOrder later = new FactOrder(at(200), 1, 5, "/what-if", "1");

        assertThat(barring(later).learner(Given.learner()).newestPreferences())
                .isEqualTo(new CertificatePreferences(later, false, null, false, null, "private", Long.MAX_VALUE));
    }

    @Test
    void anAssumedIdentityIsKnownWithAndWithoutAnAllowance() {
        // Given
        IdentityVerification identity = new IdentityVerification(Facts.order(4), "approved", null);
        Hypothesis.Allowance allowance = new Hypothesis.Allowance(Facts.order(5), true);

        // Then
        assertThat(assuming(identity, null).learner(Given.learner()).identities())
                .containsExactly(identity);
        assertThat(assuming(identity, allowance).learner(Given.learner()).identities())
                .containsExactly(identity);
    }

    private static Hypothesis barring(FactOrder from) {
        return assuming(null, new Hypothesis.Allowance(from, false));
    }

    private static Hypothesis assuming(
            @Nullable IdentityVerification identity, Hypothesis.@Nullable Allowance allowance) {
        return new Hypothesis(List.of(), identity, allowance, null, null, null);
    }
}
