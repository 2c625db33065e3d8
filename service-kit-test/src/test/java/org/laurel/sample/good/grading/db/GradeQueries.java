package org.laurel.sample.good.grading.db;

import java.math.BigDecimal;

/** Reads for resources. */
public class GradeQueries {

    public Row first() {
        return new Row(BigDecimal.ONE);
    }

    /** A row as the resource shows it. */
    public record Row(BigDecimal grade) {}
}
