package org.laurel.certificates.issuance.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.FactOrder;

/**
 * The result of folding the facts about one learner in one course run, and how far they are folded.
 *
 * @param foldedTo the place of the last folded fact, null before the first
 * @param termsKnown how many versions of the terms are folded in, see {@code TermsHistory.known}
 * @param learnerKnown how much about the learner is folded in, see {@code LearnerHistory.known}
 */
public record CourseRecord(
        Standing standing,
        @Nullable Certificate certificate,
        @Nullable FactOrder foldedTo,
        long termsKnown,
        long learnerKnown) {

    /** Nothing is known yet. */
    public static final CourseRecord EMPTY = new CourseRecord(Standing.NONE, null, null, 0, 0);

    /** What {@link #termsKnown} is when the record must be folded from the start next time. */
    public static final long NOTHING_SETTLED = -1;

    /** Business time up to which facts are folded; the epoch before the first. */
    public Instant at() {
        return foldedTo == null ? Instant.EPOCH : foldedTo.occurredAt();
    }

    /** The same record, to be folded from the start next time since its certificate is not what is stored. */
    public CourseRecord unsettled() {
        return new CourseRecord(standing, certificate, foldedTo, NOTHING_SETTLED, learnerKnown);
    }

    /** The same record with the stored certificate instead of one that a reader could tell from it by its dates only. */
    public CourseRecord settledOn(Certificate stored) {
        return certificate != null && certificate.readsLike(stored) && certificate.earned() == stored.earned()
                ? new CourseRecord(standing, stored, foldedTo, termsKnown, learnerKnown)
                : this;
    }
}
