package org.laurel.certificates.issuance.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CompletionRule;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.learner.domain.LearnerHistory;
import org.laurel.kit.domain.FactOrder;

/**
 * What the rules look at when a fact comes in.
 *
 * @param before the standing before the fact
 * @param standing the standing after the fact
 * @param certificate the certificate before the fact, null when there is none
 * @param terms what the fact is judged by
 * @param learner who the learner is at the fact's time
 * @param at the fact's place in business time
 * @param by what sets a generation off
 * @param again whether an earned certificate may be made anew
 * @param policies the deployment's own say
 */
public record Situation(
        CaseKey key,
        Standing before,
        Standing standing,
        @Nullable Certificate certificate,
        Terms terms,
        LearnerHistory.Then learner,
        FactOrder at,
        GenerationMode by,
        boolean again,
        List<GenerationPolicy> policies) {

    /** The fact's time. */
    Instant time() {
        return at.occurredAt();
    }

    /** Whether the certificate is granted and its file, if any, is there. */
    boolean isDownloadable() {
        return certificate != null && certificate.status() == CertificateStatus.DOWNLOADABLE;
    }

    /** Whether the certificate has one of the statuses that count as passed. */
    boolean isPassed() {
        return certificate != null && certificate.isPassed();
    }

    /** Whether a granted certificate is of a mode without certificates while the learner is in one with them. */
    boolean isOfIneligibleMode() {
        return certificate != null
                && standing.mode() != null
                && terms.isEligible(standing.mode())
                && !terms.isEligible(certificate.mode());
    }

    /** What part completion plays in the course run. */
    CompletionRule completion() {
        return terms.run().completion();
    }

    /** Whether an identity verification is required at all and the learner has none. */
    boolean identityMissing() {
        return terms.site().identityVerificationRequired() && !learner.verified();
    }

    /** The first refusal of the deployment's own policies. */
    Optional<String> refusal() {
        if (policies.isEmpty()) {
            return Optional.empty();
        }
        var request = new GenerationPolicy.Request(key, standing.mode(), Certificate.gradeText(standing.grade()), by);
        return policies.stream()
                .flatMap(policy -> policy.refusal(request).stream())
                .findFirst();
    }

    Situation under(Terms other) {
        return new Situation(key, before, standing, certificate, other, learner, at, by, again, policies);
    }

    Situation asked(GenerationMode mode, boolean anew) {
        return new Situation(key, before, standing, certificate, terms, learner, at, mode, anew, policies);
    }
}
