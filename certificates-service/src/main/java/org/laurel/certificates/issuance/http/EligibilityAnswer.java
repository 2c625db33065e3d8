package org.laurel.certificates.issuance.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.issuance.db.CertificateQuery.Found;
import org.laurel.certificates.issuance.domain.Decision;
import org.laurel.certificates.issuance.domain.Explanation;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.Fold;
import org.laurel.certificates.issuance.domain.RuleResult;
import org.laurel.certificates.issuance.domain.Standing;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.certificates.learner.domain.Learner;

/**
 * The explanation of a certificate.
 *
 * @param outcome {@code granted}, {@code eligible} or {@code not_eligible}
 * @param certificate the certificate, null when there is none
 * @param trace what every rule said when the certificate was granted, or says today
 * @param wouldChange what stands in the way of a grant, each with its remedy
 * @param history every known fact in business-time order, and what it led to
 */
public record EligibilityAnswer(
        String outcome,
        @Nullable State certificate,
        Facts facts,
        List<Step> trace,
        List<Remedy> wouldChange,
        List<Moment> history) {

    /** The stored certificate. */
    public record State(
            String status,
            String statusName,
            String mode,
            String grade,
            String reason,
            String verifyUuid,
            Instant createdAt,
            Instant modifiedAt) {}

    /** What is known. */
    public record Facts(
            String learnerId,
            String courseKey,
            @Nullable String mode,
            boolean isActive,
            boolean passing,
            @Nullable BigDecimal grade,
            boolean courseRunKnown,
            boolean htmlCertificatesEnabled,
            boolean isCcx,
            @Nullable Instant knownUpTo) {}

    /** A rule's verdict: {@code pass}, {@code fail} or {@code not_reached}. */
    public record Step(String rule, String verdict, String detail) {}

    /** A rule that stands in the way, and what would mend that. */
    public record Remedy(String rule, String change) {}

    /** A fact in business-time order, and what it led to. */
    public record Moment(Instant occurredAt, String fact, String status, String why) {

        static Moment of(Fold.Step step) {
            String fact = switch (step.fact()) {
                case Fact.Enrolled enrolled ->
                    (enrolled.active() ? "enrolled in " : "unenrolled from ") + enrolled.mode();
                case Fact.PassingStatus status -> status.passing() ? "passing" : "not passing";
                case Fact.Settings settings ->
                    "course run settings, version " + settings.version().version();
            };
            String why = switch (step.decision()) {
                case Decision.Changed changed ->
                    "The certificate changed: " + changed.certificate().reason().slug() + ".";
                case Decision.Unchanged unchanged -> unchanged.why();
            };
            var certificate = step.after().certificate();
            return new Moment(
                    step.fact().order().occurredAt(),
                    fact,
                    certificate == null ? "none" : certificate.status().slug(),
                    why);
        }
    }

    static EligibilityAnswer of(Learner learner, Found found, Explanation explanation) {
        Standing standing = found.stored().record().standing();
        CourseSettings settings = found.settings().newest();
        return new EligibilityAnswer(
                lower(explanation.outcome()),
                state(found.stored().issued()),
                facts(learner, found, standing, settings),
                explanation.trace().stream().map(EligibilityAnswer::step).toList(),
                explanation.wouldChange().stream()
                        .map(rule -> new Remedy(rule.rule(), rule.remedy()))
                        .toList(),
                explanation.steps().stream().map(Moment::of).toList());
    }

    private static Facts facts(Learner learner, Found found, Standing standing, @Nullable CourseSettings settings) {
        var foldedTo = found.stored().record().foldedTo();
        return new Facts(
                learner.id().value(),
                found.stored().key().courseKey().value(),
                standing.mode(),
                standing.active(),
                standing.passing(),
                standing.grade(),
                settings != null,
                settings != null && settings.htmlEnabled(),
                settings != null && settings.ccx(),
                foldedTo == null ? null : foldedTo.occurredAt());
    }

    private static @Nullable State state(@Nullable Issued issued) {
        if (issued == null) {
            return null;
        }
        var certificate = issued.certificate();
        return new State(
                certificate.status().slug(),
                certificate.status().readableName(),
                certificate.mode(),
                certificate.grade(),
                certificate.reason().slug(),
                issued.verifyUuid(),
                certificate.createdAt(),
                certificate.modifiedAt());
    }

    private static Step step(RuleResult result) {
        return new Step(result.rule(), lower(result.verdict()), result.detail());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
