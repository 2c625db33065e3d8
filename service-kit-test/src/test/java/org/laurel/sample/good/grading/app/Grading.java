package org.laurel.sample.good.grading.app;

import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import org.laurel.sample.good.grading.db.GradeTable;
import org.laurel.sample.good.grading.domain.Rank;

/** A use case. */
public class Grading implements Comparable<Grading> {

    private final GradeTable table;

    Grading(GradeTable table) {
        this.table = table;
    }

    @Transactional
    public Rank apply(BigDecimal grade) {
        return Rank.of(table.best().max(grade));
    }

    @Override
    public int compareTo(Grading other) {
        return table.best().compareTo(other.table.best());
    }
}
