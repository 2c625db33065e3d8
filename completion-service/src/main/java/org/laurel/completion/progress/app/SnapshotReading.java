package org.laurel.completion.progress.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.laurel.kit.sql.Sql;

/** Makes one answer from one snapshot of the database, so that what its statements join belongs together. */
@ApplicationScoped
public class SnapshotReading {

    private final Sql sql;

    SnapshotReading(Sql sql) {
        this.sql = sql;
    }

    /** Runs the reads in a transaction of their own; none sees what commits after the first, and none can write. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T read(Supplier<T> reads) {
        // Only possible before the first query.
        sql.update("set transaction isolation level repeatable read read only");
        return reads.get();
    }
}
