package org.laurel.enrollment;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.Future;
import org.laurel.kit.sql.Sql;
import org.laurel.kit.test.Database;

/** The transaction of a test that lets others wait for its locks. */
public record OpenTransaction(int processId) {

    /** The current transaction. */
    public static OpenTransaction current(Sql sql) {
        return new OpenTransaction(sql.query("select pg_backend_pid() as pid", row -> row.getInt("pid"))
                .getFirst());
    }

    /** Waits until a request waits for this transaction, or has not and is done. */
    public void awaitThatItWaits(Future<?> asked) {
        await().until(() -> asked.isDone() || waiting() > 0);
    }

    /** Waits until so many others wait for this transaction. */
    public void awaitWaiting(int others) {
        await().until(() -> waiting() >= others);
    }

    private int waiting() {
        return Database.current()
                .query("select 1 from pg_stat_activity where ? = any(pg_blocking_pids(pid))", processId)
                .size();
    }
}
