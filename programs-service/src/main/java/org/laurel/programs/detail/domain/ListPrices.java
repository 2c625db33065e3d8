package org.laurel.programs.detail.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.laurel.programs.catalogue.domain.CourseDetail;
import org.laurel.programs.catalogue.domain.ProgramDetail;

/**
 * What a program costs by the catalogue: of each course the first seat of the first run; what has no seat or no price is free.
 * Source: programs, marketing data.
 *
 * @param full the sum
 */
record ListPrices(int courses, BigDecimal full) {

    private static final int CENTS = 2;

    static ListPrices of(ProgramDetail program) {
        BigDecimal full = program.courses().stream().map(ListPrices::price).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ListPrices(program.courses().size(), full);
    }

    /** The average of a course, 0 without courses. */
    BigDecimal average() {
        return courses == 0 ? BigDecimal.ZERO : full.divide(BigDecimal.valueOf(courses), CENTS, RoundingMode.HALF_UP);
    }

    private static BigDecimal price(CourseDetail course) {
        return course.runs().stream()
                .limit(1)
                .flatMap(run -> run.seats().stream().limit(1))
                .map(seat -> seat.price() == null ? BigDecimal.ZERO : seat.price())
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
