package org.laurel.certificates.issuance.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.kit.domain.FactOrder;

/**
 * Something known of a learner in a course run. Facts of one time are ordered by their kind: settings, enrollment, passing
 * status.
 */
public sealed interface Fact {

    /** The fact's place in business-time order. */
    FactOrder order();

    /** The learner is enrolled in a mode, or no longer. */
    record Enrolled(FactOrder order, String mode, boolean active) implements Fact {
        /** After settings of the same time. */
        public static final int KIND = 1;
    }

    /**
     * The learner began or ceased to pass.
     *
     * @param grade course grade from 0 to 1, null when the platform does not tell it
     */
    record PassingStatus(
            FactOrder order, boolean passing, @Nullable BigDecimal grade) implements Fact {
        /** After an enrollment of the same time. */
        public static final int KIND = 2;
    }

    /** The course run's settings changed. */
    record Settings(CourseSettings version) implements Fact {
        @Override
        public FactOrder order() {
            return version.order();
        }
    }
}
