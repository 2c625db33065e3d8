package org.laurel.certificates.issuance.domain;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.domain.Fact.Allowlisted.Entry;
import org.laurel.certificates.learner.domain.CertificatePreferences;
import org.laurel.certificates.learner.domain.IdentityVerification;

/**
 * Decides what a fact means for a learner's certificate: which facts evaluate it, which take it back, and which change nothing.
 * Source: certificates, signals listened to; decisions 1 to 5 and 10.
 */
public final class CertificateRules {

    /** What staff, an exam or a failure took: only another evaluation brings it back. */
    private static final Set<CertificateStatus> TAKEN = EnumSet.of(
            CertificateStatus.UNAVAILABLE,
            CertificateStatus.DELETING,
            CertificateStatus.DELETED,
            CertificateStatus.ERROR);

    private static final Set<Reason> TAKEN_BY_SOMEBODY =
            EnumSet.of(Reason.EXAM_EVENT, Reason.CERTIFICATE_INVALIDATION_LIST, Reason.DELETION);

    private CertificateRules() {}

    /**
     * Decides.
     *
     * @param termsBefore what held right before, for a change of the terms; otherwise not looked at
     */
    public static Decision decide(Situation situation, Fact fact, Terms termsBefore) {
        return switch (fact) {
            case Fact.PassingStatus status -> status.passing() ? onPassing(situation) : onFailing(situation);
            case Fact.Graded ignored -> Decision.Unchanged.because("A grade alone decides nothing.");
            case Fact.Enrolled enrolled -> onEnrolled(situation, enrolled);
            case Fact.AboutLearner about ->
                switch (about.fact()) {
                    case IdentityVerification identity -> onIdentity(situation, identity);
                    case CertificatePreferences preferences -> onPreferences(situation);
                };
            case Fact.Renamed ignored -> onName(situation);
            case Fact.ExamRejected ignored -> onExamRejected(situation);
            case Fact.BetaTester beta -> onBetaTester(situation, beta);
            case Fact.Allowlisted listed -> onAllowlist(situation, listed.entry());
            case Fact.Invalidated invalidated -> onInvalidation(situation, invalidated.active());
            case Fact.DateOverridden ignored -> Decision.Unchanged.because("A date changes no status.");
            case Fact.Requested requested -> onRequest(situation, requested);
            case Fact.Stated stated -> Statements.apply(situation, stated.certificate());
            case Fact.Rendered rendered -> FileRules.onRendered(situation, rendered);
            case Fact.Progressed ignored -> onProgress(situation);
            case Fact.TermsChanged ignored -> onTerms(situation, termsBefore);
        };
    }

    /** A passing learner who has the certificate keeps it as it is; otherwise it is evaluated. */
    private static Decision onPassing(Situation situation) {
        if (situation.isPassed()) {
            return Decision.Unchanged.because("The certificate is granted already.");
        }
        return automatically(situation);
    }

    /**
     * Reaching the threshold evaluates like a passing grade, but never restores what staff or an exam took: learners and authors can
     * move completion down and up again, which nobody can do with a grade. Going on above the threshold evaluates nothing; falling
     * below takes nothing back, since it is authors who add content.
     */
    private static Decision onProgress(Situation situation) {
        if (!situation.completion().counts()) {
            return Decision.Unchanged.because("Completion plays no part in certificates of the course run.");
        }
        if (!situation.standing().reaches(situation.terms())) {
            return Decision.Unchanged.because("Completion below what is needed takes nothing back.");
        }
        if (situation.before().reaches(situation.terms())) {
            return Decision.Unchanged.because("Enough was completed before.");
        }
        Certificate certificate = situation.certificate();
        return certificate != null && !certificate.isPassed() && TAKEN_BY_SOMEBODY.contains(certificate.reason())
                ? Decision.Unchanged.because("Completion does not restore what staff or an exam took.")
                : onPassing(situation);
    }

    /**
     * A failing grade takes back what counts as passed and touches nothing else; the allowlist protects, and so does a course
     * run in which completion alone earns the certificate.
     */
    private static Decision onFailing(Situation situation) {
        Certificate certificate = situation.certificate();
        if (!situation.completion().needsPassing()) {
            return Decision.Unchanged.because("Certificates of the course run need no passing grade.");
        }
        if (situation.standing().allowlisted()) {
            return Decision.Unchanged.because("The learner is on the allowlist.");
        }
        if (certificate == null || !certificate.isPassed()) {
            return Decision.Unchanged.because("There is no earned certificate to take back.");
        }
        return revoked(situation, CertificateStatus.NOTPASSING, Reason.NOTPASSING_SIGNAL);
    }

    /** A change to an eligible mode evaluates, whatever the switch; any other change of the enrollment never takes back. */
    private static Decision onEnrolled(Situation situation, Fact.Enrolled enrolled) {
        if (!situation.terms().isEligible(enrolled.mode())) {
            return Decision.Unchanged.because(
                    "Mode " + enrolled.mode() + " is not eligible, and a change of mode never takes back.");
        }
        String before = situation.before().mode();
        if (before != null && !before.equals(enrolled.mode())) {
            return Generation.of(situation);
        }
        Certificate certificate = situation.certificate();
        boolean waits = certificate == null || certificate.status() == CertificateStatus.UNVERIFIED;
        return enrolled.active() && waits
                ? automatically(situation)
                : Decision.Unchanged.because("The mode is as it was.");
    }

    /** An approval evaluates active enrollments; losing it takes nothing back. */
    private static Decision onIdentity(Situation situation, IdentityVerification identity) {
        if (!identity.holdsAt(situation.time())) {
            return Decision.Unchanged.because("An identity verification that ends takes nothing back.");
        }
        return situation.standing().active()
                ? automatically(situation)
                : Decision.Unchanged.because("The enrollment is inactive.");
    }

    /** Barring takes back, allowing again evaluates what was withheld. */
    private static Decision onPreferences(Situation situation) {
        Certificate certificate = situation.certificate();
        if (!situation.learner().allowed()) {
            return ExistingStatus.of(situation, new Eligibility(situation));
        }
        return certificate != null && certificate.status() == CertificateStatus.RESTRICTED
                ? allowedAgain(situation)
                : onName(situation);
    }

    /** What was withheld is granted, or gets the status that it would have without the bar; none is left restricted. */
    private static Decision allowedAgain(Situation situation) {
        Decision decision = Generation.of(situation);
        return decision instanceof Decision.Changed
                ? decision
                : new Decision.Changed(
                        Revocation.to(
                                situation,
                                situation.certificate(),
                                CertificateStatus.UNAVAILABLE,
                                Reason.CERTIFICATE_GENERATION),
                        decision.reasoning());
    }

    /** A new name reaches an issued certificate only where the deployment has chosen so. */
    private static Decision onName(Situation situation) {
        Certificate certificate = situation.certificate();
        String name = situation.learner().name();
        boolean follows = situation.terms().site().namesFollowProfile();
        if (certificate == null
                || !certificate.earned()
                || !follows
                || certificate.name().equals(name)) {
            return Decision.Unchanged.because("An issued certificate keeps its name.");
        }
        return certificate.file().downloadUuid().isEmpty()
                ? new Decision.Changed(certificate.named(name, situation.time()), Reasoning.NONE)
                : FileRules.regenerate(situation, certificate.generationMode());
    }

    /** A rejected exam takes the certificate back unless the allowlist protects it; a later evaluation may restore it. */
    private static Decision onExamRejected(Situation situation) {
        return situation.standing().allowlisted()
                ? Decision.Unchanged.because("The learner is on the allowlist.")
                : invalidated(situation, Reason.EXAM_EVENT);
    }

    private static Decision onBetaTester(Situation situation, Fact.BetaTester beta) {
        return beta.tester()
                ? Decision.Unchanged.because("Testing a course run takes nothing back.")
                : granting(automatically(situation));
    }

    /** An enabled entry evaluates; a removed one takes the certificate back. */
    private static Decision onAllowlist(Situation situation, Entry entry) {
        return switch (entry) {
            case ENABLED -> automatically(situation);
            case DISABLED -> Decision.Unchanged.because("A disabled entry is without effect.");
            case REMOVED -> invalidated(situation, Reason.ALLOWLIST_REMOVAL);
        };
    }

    /** An invalidation makes the certificate unavailable at once; taking it back evaluates. */
    private static Decision onInvalidation(Situation situation, boolean active) {
        return active ? invalidated(situation, Reason.CERTIFICATE_INVALIDATION_LIST) : Generation.of(situation);
    }

    private static Decision onRequest(Situation situation, Fact.Requested requested) {
        Situation asked = situation.asked(requested.by(), false);
        return switch (requested.command()) {
            case GENERATE -> Generation.of(asked);
            case ADD -> FileRules.add(asked, requested.by());
            case REGENERATE -> FileRules.regenerate(asked, requested.by());
            case DELETE -> FileRules.delete(asked);
        };
    }

    /** A change of terms grants what it newly allows; it takes nothing back and restores nothing that was taken. */
    private static Decision onTerms(Situation situation, Terms before) {
        Certificate certificate = situation.certificate();
        if (certificate != null && isTaken(certificate)) {
            return Decision.Unchanged.because("The certificate was taken back for another reason.");
        }
        Eligibility now = new Eligibility(situation);
        if (!situation.terms().automatic() || !now.granted()) {
            return new Decision.Unchanged("The change allows nothing new.", now);
        }
        boolean allowedBefore = before.automatic() && new Eligibility(situation.under(before)).granted();
        return allowedBefore ? new Decision.Unchanged("It was allowed before.", now) : Generation.of(situation);
    }

    /** Whether staff, an exam or a failure took it: a change of terms does not bring it back. */
    static boolean isTaken(Certificate certificate) {
        return TAKEN.contains(certificate.status());
    }

    private static Decision automatically(Situation situation) {
        return situation.terms().automatic()
                ? Generation.of(situation)
                : Decision.Unchanged.because("Automatic generation is switched off.");
    }

    private static Decision granting(Decision decision) {
        return decision instanceof Decision.Changed changed
                        && !changed.certificate().isPassed()
                ? new Decision.Unchanged("The change only grants.", changed.reasoning())
                : decision;
    }

    private static Decision invalidated(Situation situation, Reason reason) {
        Certificate certificate = situation.certificate();
        if (certificate == null) {
            return Decision.Unchanged.because("There is no certificate.");
        }
        if (certificate.status() == CertificateStatus.RESTRICTED
                && !situation.learner().allowed()) {
            return Decision.Unchanged.because("The learner may not have certificates, which beats everything.");
        }
        if (!certificate.isEligible() || certificate.status() == CertificateStatus.UNAVAILABLE) {
            return Decision.Unchanged.because(
                    "The certificate is " + certificate.status().slug() + " already.");
        }
        return revoked(situation, CertificateStatus.UNAVAILABLE, reason);
    }

    private static Decision revoked(Situation situation, CertificateStatus status, Reason reason) {
        @Nullable Certificate certificate = situation.certificate();
        return new Decision.Changed(Revocation.to(situation, certificate, status, reason), Reasoning.NONE);
    }
}
