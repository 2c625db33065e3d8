package org.laurel.completion.verification.app;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.laurel.kit.sql.Sql;

/**
 * Reads one snapshot of the database from within a chunk of a job. The chunk's own transaction has begun to read, and may write, so
 * each of its statements sees what has been committed by then.
 */
@ApplicationScoped
class SnapshotApart {

    private final Sql sql;

    SnapshotApart(Sql sql) {
        this.sql = sql;
    }

    /** Runs the reads in a transaction of their own, on a second connection. None sees what commits after the first. */
    <T> T read(Supplier<T> reads) {
        return QuarkusTransaction.requiringNew().call(() -> {
            // Only possible before the first query.
            sql.update("set transaction isolation level repeatable read read only");
            return reads.get();
        });
    }
}
