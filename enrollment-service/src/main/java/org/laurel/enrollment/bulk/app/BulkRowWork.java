package org.laurel.enrollment.bulk.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.enrollment.bulk.db.BulkRowTable;
import org.laurel.enrollment.bulk.db.BulkRowTable.BulkRow;
import org.laurel.enrollment.bulk.domain.BulkResult;
import org.laurel.enrollment.bulk.domain.BulkRun;

/** Works rows of a long list off and keeps what became of them, in one transaction. */
@ApplicationScoped
public class BulkRowWork {

    private final BulkEnrolling enrolling;
    private final BulkRowTable rows;

    BulkRowWork(BulkEnrolling enrolling, BulkRowTable rows) {
        this.enrolling = enrolling;
        this.rows = rows;
    }

    /** Returns a result for each row, in order. */
    @Transactional
    public List<BulkResult> apply(BulkRun run, List<BulkRow> waiting) {
        List<BulkResult> results =
                enrolling.apply(run.order(), waiting.stream().map(BulkRow::item).toList());
        rows.settle(run.id(), waiting, results);
        return results;
    }
}
