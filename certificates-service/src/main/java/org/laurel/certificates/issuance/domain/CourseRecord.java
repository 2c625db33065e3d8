package org.laurel.certificates.issuance.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.FactOrder;

/**
 * The result of folding the facts about one learner in one course run, and how far they are folded.
 *
 * @param foldedTo the place of the last folded fact, null before the first
 * @param settingsKnown which versions of the course run's settings are folded in, see {@code SettingsHistory.known}
 */
public record CourseRecord(
        Standing standing,
        @Nullable Certificate certificate,
        @Nullable FactOrder foldedTo,
        long settingsKnown) {

    /** Nothing is known yet. */
    public static final CourseRecord EMPTY = new CourseRecord(Standing.NONE, null, null, 0);

    /** Business time up to which facts are folded; the epoch before the first. */
    public Instant at() {
        return foldedTo == null ? Instant.EPOCH : foldedTo.occurredAt();
    }
}
