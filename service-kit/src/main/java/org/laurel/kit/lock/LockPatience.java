package org.laurel.kit.lock;

import org.laurel.kit.sql.Sql;

/**
 * Keeps a transaction from waiting long for rows that others hold. For work beside another transaction of the same thread:
 * what that one holds will not be free before ours has ended, and PostgreSQL does not see that circle.
 */
public final class LockPatience {

    private LockPatience() {}

    /**
     * From here to its end, the current transaction waits at most two seconds for a lock and then fails with SQLState 55P03,
     * which is transient.
     */
    public static void limit(Sql sql) {
        sql.query("select set_config('lock_timeout', '2s', true)", row -> true);
    }
}
