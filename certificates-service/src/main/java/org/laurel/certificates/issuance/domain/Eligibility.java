package org.laurel.certificates.issuance.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CourseSettings;

/**
 * Whether a certificate can be granted, rule by rule.
 *
 * @param trace what each rule said, in order; after the first that fails the rest is not reached
 */
public record Eligibility(List<RuleResult> trace) {

    /** Whether every rule holds. */
    public boolean granted() {
        return trace.stream().noneMatch(RuleResult::fails);
    }

    /**
     * Checks the rules of the regular path in order; the first that fails decides. Source: certificates, eligibility, rows 2, 4, 6, 7 and 9 to 11.
     *
     * @param settings null when the course run is unknown
     */
    public static Eligibility check(
            Standing standing, @Nullable CourseSettings settings, @Nullable Certificate certificate) {
        List<RuleResult> results = rules(standing, settings, certificate);
        List<RuleResult> trace = new ArrayList<>(results.size());
        boolean decided = false;
        for (RuleResult result : results) {
            trace.add(decided ? result.notReached() : result);
            decided = decided || result.fails();
        }
        return new Eligibility(List.copyOf(trace));
    }

    /** All rules that do not hold, also those behind the first: what would have to change for a grant. */
    public static List<RuleResult> obstacles(Standing standing, @Nullable CourseSettings settings) {
        return rules(standing, settings, null).stream()
                .filter(RuleResult::fails)
                .toList();
    }

    private static List<RuleResult> rules(
            Standing standing, @Nullable CourseSettings settings, @Nullable Certificate certificate) {
        return List.of(
                notCcx(settings),
                passing(standing),
                enrolled(standing),
                eligibleMode(standing),
                notGrantedYet(standing, certificate),
                courseKnown(settings),
                webCertificates(settings));
    }

    /** Eligibility row 2: custom courses on top of a run grant no certificates. */
    static RuleResult notCcx(@Nullable CourseSettings settings) {
        return RuleResult.check(
                "not_a_ccx_run",
                settings == null || !settings.ccx(),
                "The course run is an ordinary one.",
                "The course run is a custom course (CCX).",
                "Nothing: custom courses grant no certificates.");
    }

    /** Eligibility row 4: the learner passes. */
    static RuleResult passing(Standing standing) {
        String grade = standing.grade() == null ? "no grade" : "grade " + Certificate.gradeText(standing.grade());
        return RuleResult.check(
                "passing_grade",
                standing.passing(),
                "The learner passes with " + grade + ".",
                "The learner does not pass, with " + grade + ".",
                "A passing grade.");
    }

    /** Eligibility row 6: the learner is or was enrolled. */
    static RuleResult enrolled(Standing standing) {
        return RuleResult.check(
                "enrolled",
                standing.mode() != null,
                standing.active()
                        ? "The learner is enrolled."
                        : "The learner was enrolled; the enrollment is inactive.",
                "The learner has never been enrolled.",
                "An enrollment in a mode that is eligible.");
    }

    /** Eligibility row 7: the enrollment mode is eligible. */
    static RuleResult eligibleMode(Standing standing) {
        String mode = standing.mode() == null ? "none" : standing.mode();
        return RuleResult.check(
                "eligible_mode",
                standing.mode() != null && Mode.isEligible(mode),
                "Mode " + mode + " is eligible.",
                "Mode " + mode + " is not eligible.",
                "A change of mode, to verified for instance.");
    }

    /** Eligibility row 9: no downloadable certificate yet, unless it is of a mode that is not eligible. */
    static RuleResult notGrantedYet(Standing standing, @Nullable Certificate certificate) {
        boolean granted = certificate != null && certificate.status() == CertificateStatus.DOWNLOADABLE;
        boolean rewrite = certificate != null
                && granted
                && standing.mode() != null
                && Mode.isEligible(standing.mode())
                && !Mode.isEligible(certificate.mode());
        return RuleResult.check(
                "not_granted_yet",
                !granted || rewrite,
                rewrite ? "The certificate is of a mode that is not eligible." : "No certificate is granted yet.",
                "The certificate is granted already.",
                "Nothing: the certificate is there.");
    }

    /** Eligibility row 10: the course run is known. */
    static RuleResult courseKnown(@Nullable CourseSettings settings) {
        return RuleResult.check(
                "course_run_known",
                settings != null,
                "The course run is known.",
                "The course run is not known here.",
                "The course run's registration.");
    }

    /** Eligibility row 11: web certificates are switched on. */
    static RuleResult webCertificates(@Nullable CourseSettings settings) {
        return RuleResult.check(
                "web_certificates_enabled",
                settings != null && settings.htmlEnabled(),
                "Web certificates are switched on for the course run.",
                "Web certificates are switched off for the course run.",
                "Switching html_certificates_enabled on for the course run.");
    }
}
