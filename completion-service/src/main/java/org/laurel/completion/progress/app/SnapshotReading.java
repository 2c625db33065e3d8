package org.laurel.completion.progress.app;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.util.function.Supplier;
import org.laurel.kit.sql.Sql;

/** Makes one answer from one snapshot of the database, so that what its statements join belongs together. */
@ApplicationScoped
public class SnapshotReading {

    private final Sql sql;

    SnapshotReading(Sql sql) {
        this.sql = sql;
    }

    /**
     * Runs the reads in a transaction of their own; none sees what commits after the first, and none can write. In a request that
     * is in a transaction already, because its answer is kept for an {@code Idempotency-Key}, they run in that one: a second
     * connection for each of many such requests would leave none to anybody.
     */
    public <T> T read(Supplier<T> reads) {
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            return reads.get();
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            // Only possible before the first query.
            sql.update("set transaction isolation level repeatable read read only");
            return reads.get();
        });
    }
}
