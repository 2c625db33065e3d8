package org.laurel.certificates.issuance.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/**
 * What happened to a certificate. CHANGED tells every change; AWARDED and REVOKED announce entering and leaving a passing
 * status.
 */
public sealed interface CertificateFact extends DomainFact {

    /** The state after the change. */
    State state();

    /**
     * A certificate after a change, with all that its events carry.
     *
     * @param previousStatus the status before, null for a new certificate
     * @param availableAt from when the learner may see it
     * @param dateOverride the issue date that staff have set, null without one
     * @param downloadUrl where the learner gets it, null while there is none or it is nowhere
     * @param occurredAt business time of the change
     */
    record State(
            Learner learner,
            CourseKey courseKey,
            Certificate certificate,
            @Nullable CertificateStatus previousStatus,
            String verifyUuid,
            long version,
            Instant availableAt,
            @Nullable Instant dateOverride,
            @Nullable String downloadUrl,
            Instant occurredAt) {}

    /**
     * The facts that tell of a difference: CHANGED first, then AWARDED or REVOKED with the same state.
     *
     * @param terms the course run's newest terms
     */
    static List<CertificateFact> telling(
            CaseKey key, Difference difference, Terms terms, Learner learner, Cause cause) {
        Certificate certificate = difference.next().certificate();
        State state = new State(
                learner,
                key.courseKey(),
                certificate,
                difference.previousStatus(),
                difference.next().verifyUuid(),
                difference.next().version(),
                difference.next().availableAt(),
                difference.next().dateOverride(),
                CertificateLinks.download(terms, certificate, difference.next().verifyUuid()),
                difference.occurredAt());
        Changed changed = new Changed(state, cause);
        if (difference.awards()) {
            return List.of(changed, new Awarded(state, cause));
        }
        return difference.revokes() ? List.of(changed, new Revoked(state, cause)) : List.of(changed);
    }

    /** Something that a reader could see has changed. */
    record Changed(State state, Cause cause) implements CertificateFact {}

    /** The certificate is earned now. */
    record Awarded(State state, Cause cause) implements CertificateFact {}

    /** The certificate is no longer earned. */
    record Revoked(State state, Cause cause) implements CertificateFact {}
}
