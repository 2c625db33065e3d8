package org.laurel.e2e.drill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.laurel.stack.postgres.DatabaseAccess;

/** Holds a service at a {@link KillPoint} until it is closed. */
final class Hold implements AutoCloseable {
    private final KillPoint point;
    private final Sql sql;
    private final Connection locks;

    private Hold(KillPoint point, DatabaseAccess access) throws SQLException {
        this.point = point;
        this.sql = new Sql(access);
        this.locks = access.connect();
        locks.setAutoCommit(false);
    }

    /** Takes the locks; the service goes on until it comes to the point. */
    static Hold at(KillPoint point, DatabaseAccess access) {
        try {
            Hold hold = new Hold(point, access);
            if (!point.trigger().isEmpty()) {
                hold.letTriggerWait();
            }
            if (point == KillPoint.UNPUBLISHED) {
                hold.leadInsteadOfTheRelay();
            } else {
                hold.run(point.lock());
            }
            return hold;
        } catch (SQLException failure) {
            throw new Sql.Failed(failure);
        }
    }

    /** Waits until the service stands there. */
    void awaitArrival() {
        if (point == KillPoint.UNPUBLISHED) {
            Ground.patiently().until(() -> sql.number("select count(*) from outbox") > 0);
        }
        if (!point.waiting().isEmpty()) {
            Ground.patiently()
                    .until(() -> sql.number(
                                    "select count(*) from pg_stat_activity where datname = current_database() "
                                            + "and wait_event_type = 'Lock' and query ilike ?",
                                    point.waiting())
                            > 0);
        }
    }

    /** Lets go, after the service was killed; what it has left behind at a trigger is over then. */
    @Override
    public void close() {
        try {
            if (point.endsWithTheService()) {
                sql.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() "
                                + "and wait_event_type = 'Lock' and query ilike ?",
                        point.waiting());
            }
            locks.rollback();
            locks.close();
            if (!point.trigger().isEmpty()) {
                sql.execute("drop trigger drill_hold on outbox");
                sql.execute("drop function drill_hold()");
            }
        } catch (SQLException failure) {
            throw new Sql.Failed(failure);
        }
    }

    private void letTriggerWait() {
        sql.execute("create function drill_hold() returns trigger language plpgsql as "
                + "'begin perform pg_advisory_xact_lock_shared(" + KillPoint.HELD + "); return null; end'");
        sql.execute(point.trigger());
    }

    /** Ends the relay's session and takes its advisory lock before it is back. */
    private void leadInsteadOfTheRelay() {
        Ground.patiently().until(() -> {
            sql.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() "
                    + "and application_name like '%-relay'");
            try (PreparedStatement lead =
                            locks.prepareStatement("select pg_try_advisory_lock(" + KillPoint.OF_RELAY + ")");
                    ResultSet answer = lead.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        });
    }

    private void run(String statement) throws SQLException {
        try (Statement lock = locks.createStatement()) {
            lock.execute(statement);
        }
    }
}
