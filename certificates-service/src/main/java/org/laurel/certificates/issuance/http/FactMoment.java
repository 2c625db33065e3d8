package org.laurel.certificates.issuance.http;

import java.time.Instant;
import org.laurel.certificates.course.domain.CompletionRule;
import org.laurel.certificates.issuance.domain.Decision;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.Fold;
import org.laurel.certificates.issuance.domain.RenderAnswer;
import org.laurel.certificates.learner.domain.CertificatePreferences;
import org.laurel.certificates.learner.domain.IdentityVerification;
import org.laurel.certificates.learner.domain.LearnerFact;

/**
 * A fact in business-time order, and what it led to.
 *
 * @param fact in words
 * @param status the certificate's status afterwards, {@code none} without a certificate
 * @param why why it changed, or did not
 */
public record FactMoment(Instant occurredAt, String fact, String status, String why) {

    static FactMoment of(Fold.Step step) {
        String why = switch (step.decision()) {
            case Decision.Changed changed ->
                "The certificate changed: " + changed.certificate().reason().slug() + ".";
            case Decision.Unchanged unchanged -> unchanged.why();
            case Decision.Vetoed vetoed -> "The deployment's own policy refused: " + vetoed.why();
        };
        var certificate = step.after().certificate();
        return new FactMoment(
                step.fact().order().occurredAt(),
                words(step.fact()),
                certificate == null ? "none" : certificate.status().slug(),
                why);
    }

    private static String words(Fact fact) {
        return switch (fact) {
            case Fact.Enrolled enrolled -> (enrolled.active() ? "enrolled in " : "unenrolled from ") + enrolled.mode();
            case Fact.PassingStatus status -> status.passing() ? "passing" : "not passing";
            case Fact.Graded graded -> "grade " + graded.grade().toPlainString();
            case Fact.AboutLearner about -> words(about.fact());
            case Fact.Renamed ignored -> "another name";
            case Fact.ExamRejected ignored -> "exam attempt rejected";
            case Fact.BetaTester beta -> beta.tester() ? "beta tester" : "no longer a beta tester";
            case Fact.Allowlisted listed ->
                switch (listed.entry()) {
                    case ENABLED -> "on the allowlist";
                    case DISABLED -> "allowlist entry disabled";
                    case REMOVED -> "taken off the allowlist";
                };
            case Fact.Invalidated invalid -> invalid.active() ? "invalidated by staff" : "invalidation taken back";
            case Fact.DateOverridden override ->
                override.date() == null ? "issue date no longer set by staff" : "issue date set by staff";
            case Fact.Requested requested ->
                "asked to " + requested.command().slug() + " (" + requested.by().slug() + ")";
            case Fact.Stated ignored -> "stated by another system";
            case Fact.Rendered rendered ->
                switch (rendered.answer()) {
                    case RenderAnswer.Made ignored -> "file made";
                    case RenderAnswer.Removed ignored -> "file removed";
                    case RenderAnswer.Failed ignored -> "file could not be made";
                };
            case Fact.Progressed progressed -> "completed " + CompletionRule.inWords(progressed.percent());
            case Fact.TermsChanged changed -> changed.what();
        };
    }

    private static String words(LearnerFact fact) {
        return switch (fact) {
            case IdentityVerification identity -> "identity verification " + identity.status();
            case CertificatePreferences preferences ->
                preferences.allowCertificate() ? "certificates allowed" : "certificates not allowed";
        };
    }
}
