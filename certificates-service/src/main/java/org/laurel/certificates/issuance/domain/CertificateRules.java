package org.laurel.certificates.issuance.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CourseSettings;

/** Decides what a fact means for a learner's certificate. Source: certificates, eligibility and reactions to signals. */
public final class CertificateRules {

    private CertificateRules() {}

    /**
     * What the rules look at.
     *
     * @param standing the standing after the fact
     * @param certificate the certificate before the fact, null when there is none
     * @param settings the course run's settings at the fact's time, null when the course run is unknown
     * @param name the learner's name at the fact's time
     */
    public record Situation(
            Standing standing,
            @Nullable Certificate certificate,
            @Nullable CourseSettings settings,
            String name) {}

    /** Decides. */
    public static Decision decide(Situation situation, Fact fact) {
        Instant at = fact.order().occurredAt();
        return switch (fact) {
            case Fact.PassingStatus status -> status.passing() ? onPassing(situation, at) : onFailing(situation, at);
            case Fact.Enrolled enrolled -> onEnrolled(situation, enrolled, at);
            case Fact.Settings settings -> onSettings(situation, at);
        };
    }

    /** A passing learner who has the certificate keeps it as it is; otherwise it is generated. */
    private static Decision onPassing(Situation situation, Instant at) {
        return isPassing(situation.certificate())
                ? unchanged("The certificate is granted already.")
                : generate(situation, at);
    }

    /** A failing grade takes back what was earned and touches nothing else. */
    private static Decision onFailing(Situation situation, Instant at) {
        Certificate certificate = situation.certificate();
        if (certificate == null || !isPassing(certificate)) {
            return unchanged("There is no earned certificate to take back.");
        }
        return new Decision.Changed(notPassing(situation, certificate, Reason.NOTPASSING_SIGNAL, at), List.of());
    }

    /** A change to an eligible mode generates; any other change of the enrollment never takes back. */
    private static Decision onEnrolled(Situation situation, Fact.Enrolled enrolled, Instant at) {
        return Mode.isEligible(enrolled.mode())
                ? generate(situation, at)
                : unchanged("Mode " + enrolled.mode() + " is not eligible, and a change of mode never takes back.");
    }

    /** A change of settings grants what it newly allows and never takes back what was granted. */
    private static Decision onSettings(Situation situation, Instant at) {
        Decision decision = generate(situation, at);
        return decision instanceof Decision.Changed changed && isPassing(changed.certificate())
                ? changed
                : new Decision.Unchanged("A change of settings only grants.", decision.trace());
    }

    private static Decision generate(Situation situation, Instant at) {
        Eligibility eligibility =
                Eligibility.check(situation.standing(), situation.settings(), situation.certificate());
        if (eligibility.granted()) {
            return new Decision.Changed(granted(situation, at), eligibility.trace());
        }
        return statusOfExisting(situation, eligibility, at);
    }

    /** What becomes of an existing certificate that cannot be granted. Source: certificates, eligibility, second table. */
    private static Decision statusOfExisting(Situation situation, Eligibility eligibility, Instant at) {
        Certificate certificate = situation.certificate();
        CourseSettings settings = situation.settings();
        String mode = situation.standing().mode();
        boolean touchable = certificate != null
                && certificate.status() != CertificateStatus.DOWNLOADABLE
                && settings != null
                && !settings.ccx()
                && settings.htmlEnabled()
                && mode != null
                && Mode.isEligible(mode);
        if (certificate == null
                || !touchable
                || situation.standing().passing()
                || certificate.status() == CertificateStatus.NOTPASSING) {
            return new Decision.Unchanged("The certificate cannot be granted.", eligibility.trace());
        }
        return new Decision.Changed(
                notPassing(situation, certificate, Reason.CERTIFICATE_GENERATION, at), eligibility.trace());
    }

    private static Certificate granted(Situation situation, Instant at) {
        Certificate before = situation.certificate();
        String mode = situation.standing().mode();
        return new Certificate(
                CertificateStatus.DOWNLOADABLE,
                mode == null ? "" : mode,
                Certificate.gradeText(situation.standing().grade()),
                situation.name(),
                Reason.PASSED,
                before == null ? at : before.createdAt(),
                at);
    }

    private static Certificate notPassing(Situation situation, Certificate before, Reason reason, Instant at) {
        String mode = situation.standing().mode();
        return new Certificate(
                CertificateStatus.NOTPASSING,
                mode == null ? before.mode() : mode,
                Certificate.gradeTextAfterRevocation(situation.standing().grade()),
                situation.name(),
                reason,
                before.createdAt(),
                at);
    }

    private static boolean isPassing(@Nullable Certificate certificate) {
        return certificate != null && certificate.status().isPassing();
    }

    private static Decision unchanged(String why) {
        return new Decision.Unchanged(why, List.of());
    }
}
