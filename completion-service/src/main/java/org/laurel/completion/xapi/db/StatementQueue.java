package org.laurel.completion.xapi.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.laurel.completion.xapi.domain.QueuedStatement;
import org.laurel.kit.sql.DatabaseException;
import org.laurel.kit.sql.Row;

/** The statements that wait, as their one sender sees them. */
@ApplicationScoped
public class StatementQueue {

    private final DataSource source;

    StatementQueue(DataSource source) {
        this.source = source;
    }

    /** Asks to be the sender for now. To be closed, whatever the answer. */
    public Turn open() {
        try {
            return new Turn(source.getConnection());
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        }
    }

    /**
     * A turn of the sender. It lasts as long as its connection, which holds an advisory lock and takes statements off: who has
     * lost the lock cannot go on. There is no transaction, so that a turn may wait for the receiver. Not thread-safe.
     */
    public static final class Turn implements AutoCloseable {

        /** The server ends the session, and with it the turn, within half a minute after the sender's machine vanished. */
        private static final String LET_GO_OF_THE_DEAD =
                "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3";

        private final Connection connection;
        private boolean leading;

        private Turn(Connection connection) {
            this.connection = connection;
        }

        /** Whether this is the sender; otherwise somebody else is. */
        public boolean lead() {
            try (Statement session = connection.createStatement()) {
                session.execute(LET_GO_OF_THE_DEAD);
                try (ResultSet answer = session.executeQuery("select pg_try_advisory_lock(" + SenderLock.KEY + ")")) {
                    leading = answer.next() && answer.getBoolean(1);
                    return leading;
                }
            } catch (SQLException failure) {
                throw new DatabaseException(failure);
            }
        }

        /** The oldest statements that wait, oldest first. */
        public List<QueuedStatement> oldest(int limit) {
            try (PreparedStatement select = connection.prepareStatement(
                    "select place, statement_id, statement::text from xapi_statement where set_aside_at is null order by place limit ?")) {
                select.setInt(1, limit);
                List<QueuedStatement> oldest = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        oldest.add(new QueuedStatement(
                                row.getLong("place"),
                                row.getObject("statement_id", UUID.class),
                                Row.text(row, "statement")));
                    }
                }
                return oldest;
            } catch (SQLException failure) {
                throw new DatabaseException(failure);
            }
        }

        /** Takes statements off that are delivered. */
        public void remove(List<QueuedStatement> delivered) {
            Long[] places = delivered.stream().map(QueuedStatement::place).toArray(Long[]::new);
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from xapi_statement where place = any(?)")) {
                delete.setArray(1, connection.createArrayOf("int8", places));
                delete.executeUpdate();
            } catch (SQLException failure) {
                throw new DatabaseException(failure);
            }
        }

        /** Sets a statement aside. */
        public void setAside(QueuedStatement refused, String reason) {
            try (PreparedStatement update = connection.prepareStatement(
                    "update xapi_statement set set_aside_at = now(), reason = ? where place = ?")) {
                update.setString(1, reason);
                update.setLong(2, refused.place());
                update.executeUpdate();
            } catch (SQLException failure) {
                throw new DatabaseException(failure);
            }
        }

        /** Ends the turn. A connection that cannot give the lock back is thrown away, and the lock with it. */
        @Override
        public void close() {
            try (connection) {
                if (leading) {
                    unlock();
                }
            } catch (SQLException failure) {
                throw new DatabaseException(failure);
            }
        }

        private void unlock() throws SQLException {
            try (Statement session = connection.createStatement()) {
                session.execute("select pg_advisory_unlock(" + SenderLock.KEY + ")");
            } catch (SQLException failure) {
                connection.abort(Runnable::run);
                throw failure;
            }
        }
    }
}
