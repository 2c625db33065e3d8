package org.laurel.programs.grade.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

/**
 * Change members of a grade that is known; null ones stay.
 *
 * @param id the number under which clients know the grade
 */
public record AmendGrade(long id, Change change, FactOrder order, Cause cause) {

    /** What becomes of the members. */
    public record Change(
            @Nullable String letter,
            @Nullable BigDecimal percent,
            @Nullable Boolean verified,
            @Nullable Instant toldAt) {

        /** Whether nothing becomes of any of them. */
        public boolean saysNothing() {
            return letter == null && percent == null && verified == null && toldAt == null;
        }

        /** The grade with these members in the place of its own. */
        public Grade of(Grade grade) {
            return new Grade(
                    letter == null ? grade.letter() : letter,
                    percent == null ? grade.percent() : percent,
                    verified == null ? grade.verified() : verified,
                    toldAt == null ? grade.toldAt() : toldAt);
        }
    }
}
