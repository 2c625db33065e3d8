package org.laurel.programs.enrollment.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.learner.domain.Learner;

/**
 * Take in a version of an enrollment.
 *
 * @param mode slug of the enrollment mode
 * @param version counts the changes of the enrollment; the highest wins, whatever the time
 * @param occurredAt when the enrollment took on these values
 * @param learner who the learner is, as the event tells
 */
public record TakeEnrollment(
        CaseKey key, String mode, boolean isActive, long version, Instant occurredAt, Learner learner) {

    public TakeEnrollment {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }
}
