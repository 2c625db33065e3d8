package org.laurel.certificates.allowlist.domain;

import java.util.List;
import java.util.Optional;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.kit.domain.Cause;

/**
 * Put a learner on the allowlist, or change the entry.
 *
 * @param enabled false keeps the entry without effect
 * @param unless obstacles that refuse this, in the order in which they are checked; none sets the entry in any case
 */
public record SetEntry(CaseKey key, boolean enabled, String notes, List<Obstacle> unless, Cause cause) {

    /** What refuses the command: notes that are too long in any case, else the first of its obstacles. */
    public Optional<Obstacle> obstacle(Admission admission) {
        return notes.length() > Obstacle.LONGEST_NOTES ? Optional.of(Obstacle.NOTES_TOO_LONG) : admission.first(unless);
    }
}
