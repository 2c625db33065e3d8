package org.laurel.certificates.issuance.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the facts about a learner in a course run amount to, apart from the certificate.
 *
 * @param mode the enrollment mode, also of an inactive enrollment; null when never enrolled
 * @param active whether the enrollment is active
 * @param passing whether the learner passes
 * @param grade the last known course grade from 0 to 1
 */
public record Standing(
        @Nullable String mode,
        boolean active,
        boolean passing,
        @Nullable BigDecimal grade) {

    /** Nothing is known. */
    public static final Standing NONE = new Standing(null, false, false, null);

    /** The standing after a fact. */
    public Standing after(Fact fact) {
        return switch (fact) {
            case Fact.Enrolled enrolled -> new Standing(enrolled.mode(), enrolled.active(), passing, grade);
            case Fact.PassingStatus status -> new Standing(mode, active, status.passing(), status.grade());
            case Fact.Settings settings -> this;
        };
    }
}
