package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.certificates.issuance.domain.Given.at;
import static org.laurel.certificates.issuance.domain.Given.certificate;
import static org.laurel.certificates.issuance.domain.Given.enrolled;
import static org.laurel.certificates.issuance.domain.Given.failing;
import static org.laurel.certificates.issuance.domain.Given.passing;
import static org.laurel.certificates.issuance.domain.Given.settings;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.issuance.domain.CertificateRules.Situation;
import org.laurel.certificates.issuance.domain.Decision.Changed;
import org.laurel.certificates.issuance.domain.Decision.Unchanged;

class CertificateRulesTest {

    private static final Standing PASSING = new Standing("verified", true, true, new BigDecimal("0.88"));
    private static final Standing FAILING = new Standing("verified", true, false, new BigDecimal("0.4"));

    @Test
    void grantsToAPassingLearnerInAnEligibleMode() {
        // Given
        Situation situation = new Situation(PASSING, null, settings(), "Ada");

        // When
        Decision decision = CertificateRules.decide(situation, passing(20));

        // Then
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Changed.class,
                        changed -> assertThat(changed.certificate())
                                .isEqualTo(new Certificate(
                                        CertificateStatus.DOWNLOADABLE,
                                        "verified",
                                        "0.88",
                                        "Ada",
                                        Reason.PASSED,
                                        at(20),
                                        at(20))));
    }

    @Test
    void leavesAFailingLearnerWithoutCertificateAlone() {
        assertUnchanged(CertificateRules.decide(new Situation(FAILING, null, settings(), "Ada"), failing(20)));
        assertUnchanged(
                CertificateRules.decide(new Situation(FAILING, null, settings(), "Ada"), enrolled("verified", 20)));
    }

    @ParameterizedTest
    @CsvSource({"audit", "''"})
    void refusesAModeThatIsNotEligible(String mode) {
        // Given
        Standing standing = new Standing(mode.isEmpty() ? null : mode, true, true, null);

        // When
        Decision decision = CertificateRules.decide(new Situation(standing, null, settings(), "Ada"), passing(20));

        // Then
        assertUnchanged(decision);
    }

    @Test
    void grantsForAnInactiveEnrollmentToo() {
        Standing standing = new Standing("verified", false, true, null);

        Decision decision = CertificateRules.decide(new Situation(standing, null, settings(), "Ada"), passing(20));

        assertThat(decision).isInstanceOf(Changed.class);
    }

    @Test
    void refusesCustomCoursesUnknownCoursesAndCoursesWithoutWebCertificates() {
        assertUnchanged(generate(settings(1, 0, true, true)));
        assertUnchanged(generate(settings(1, 0, false, false)));
        assertUnchanged(generate(null));
    }

    @ParameterizedTest
    @EnumSource(
            value = CertificateStatus.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DOWNLOADABLE", "GENERATING", "REGENERATING"})
    void grantsFromEveryOtherStatus(CertificateStatus status) {
        Certificate before = certificate(status, "verified");

        Decision decision = CertificateRules.decide(new Situation(PASSING, before, settings(), "Ada"), passing(20));

        assertThat(decision).isInstanceOfSatisfying(Changed.class, changed -> {
            assertThat(changed.certificate().status()).isEqualTo(CertificateStatus.DOWNLOADABLE);
            assertThat(changed.certificate().createdAt()).isEqualTo(before.createdAt());
        });
    }

    @Test
    void keepsAGrantedCertificateAsItIs() {
        Certificate granted = certificate(CertificateStatus.DOWNLOADABLE, "verified");

        assertUnchanged(CertificateRules.decide(new Situation(PASSING, granted, settings(), "New name"), passing(20)));
        assertUnchanged(CertificateRules.decide(
                new Situation(PASSING, granted, settings(), "New name"), enrolled("masters", 20)));
    }

    @Test
    void rewritesAGrantedCertificateOfAModeThatIsNotEligible() {
        Certificate granted = certificate(CertificateStatus.DOWNLOADABLE, "audit");

        Decision decision =
                CertificateRules.decide(new Situation(PASSING, granted, settings(), "Ada"), enrolled("verified", 20));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Changed.class,
                        changed -> assertThat(changed.certificate().mode()).isEqualTo("verified"));
    }

    @Test
    void neverTakesBackForAChangeOfMode() {
        Certificate granted = certificate(CertificateStatus.DOWNLOADABLE, "verified");
        Standing audit = new Standing("audit", true, true, null);

        assertUnchanged(
                CertificateRules.decide(new Situation(audit, granted, settings(), "Ada"), enrolled("audit", 20)));
    }

    @ParameterizedTest
    @EnumSource(CertificateStatus.class)
    void takesBackOnlyWhatWasEarnedWhenTheLearnerFails(CertificateStatus status) {
        Certificate before = certificate(status, "verified");

        Decision decision = CertificateRules.decide(new Situation(FAILING, before, settings(), "Ada"), failing(20));

        if (status.isPassing()) {
            assertThat(decision).isInstanceOfSatisfying(Changed.class, changed -> {
                assertThat(changed.certificate().status()).isEqualTo(CertificateStatus.NOTPASSING);
                assertThat(changed.certificate().grade()).isEqualTo("0.4");
                assertThat(changed.certificate().reason()).isEqualTo(Reason.NOTPASSING_SIGNAL);
            });
        } else {
            assertUnchanged(decision);
        }
    }

    @Test
    void marksAnExistingCertificateOfAFailingLearnerNotPassingInTheNewMode() {
        Certificate before = certificate(CertificateStatus.UNAVAILABLE, "audit");

        Decision decision =
                CertificateRules.decide(new Situation(FAILING, before, settings(), "Ada"), enrolled("verified", 20));

        assertThat(decision).isInstanceOfSatisfying(Changed.class, changed -> {
            assertThat(changed.certificate().status()).isEqualTo(CertificateStatus.NOTPASSING);
            assertThat(changed.certificate().mode()).isEqualTo("verified");
        });
    }

    @Test
    void settingsGrantButNeverTakeBack() {
        Fact newSettings = new Fact.Settings(settings(2, 30, true, false));
        Certificate unavailable = certificate(CertificateStatus.UNAVAILABLE, "verified");

        assertThat(CertificateRules.decide(new Situation(PASSING, null, settings(), "Ada"), newSettings))
                .isInstanceOf(Changed.class);
        assertUnchanged(CertificateRules.decide(new Situation(FAILING, unavailable, settings(), "Ada"), newSettings));
        assertUnchanged(CertificateRules.decide(
                new Situation(PASSING, certificate(CertificateStatus.DOWNLOADABLE, "verified"), null, "Ada"),
                newSettings));
    }

    @Test
    void tracesTheRulesUpToTheOneThatDecides() {
        Standing audit = new Standing("audit", true, true, null);

        Eligibility eligibility = Eligibility.check(audit, settings(), null);

        assertThat(eligibility.trace())
                .extracting(RuleResult::rule, RuleResult::verdict)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("enrolled", RuleResult.Verdict.PASS),
                        org.assertj.core.groups.Tuple.tuple("eligible_mode", RuleResult.Verdict.FAIL),
                        org.assertj.core.groups.Tuple.tuple("course_run_known", RuleResult.Verdict.NOT_REACHED));
    }

    @ParameterizedTest
    @CsvSource({"0.88,0.88", "0.8765,0.877", "1,1.0", "0.9999,1.0", "0.50,0.5", "0,0.0"})
    void writesGradesWithAtMostFiveCharacters(String grade, String text) {
        assertThat(Certificate.gradeText(new BigDecimal(grade))).isEqualTo(text);
    }

    @Test
    void keepsNoGradeOfZeroAfterRevocation() {
        assertThat(Certificate.gradeTextAfterRevocation(new BigDecimal("0.0"))).isEmpty();
        assertThat(Certificate.gradeTextAfterRevocation(null)).isEmpty();
    }

    private static Decision generate(@Nullable CourseSettings settings) {
        return CertificateRules.decide(new Situation(PASSING, null, settings, "Ada"), passing(20));
    }

    private static void assertUnchanged(Decision decision) {
        assertThat(decision).isInstanceOf(Unchanged.class);
    }
}
