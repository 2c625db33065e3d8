package org.laurel.measuring;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tells how many outbox rows there have been, from the sequence: counting rows would cost what is measured. */
public final class OutboxEnd implements AutoCloseable {

    static final String APPENDED = "select case when is_called then last_value else 0 end from outbox_place_seq";

    private final Connection connection;
    private final PreparedStatement appended;
    private final PreparedStatement oldest;
    private final PreparedStatement newest;

    public OutboxEnd() {
        Config config = ConfigProvider.getConfig();
        try {
            connection = DriverManager.getConnection(
                    config.getValue("laurel.db.url", String.class),
                    config.getValue("laurel.db.user", String.class),
                    config.getValue("laurel.db.password", String.class));
            appended = connection.prepareStatement(APPENDED);
            oldest = connection.prepareStatement("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint");
            newest = connection.prepareStatement("select pg_current_xact_id()::text::bigint");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * Waits until so many rows since the sequence began are committed. The sequence runs ahead of the transactions that take
     * from it, so that whatever is under way when it gets there must have ended too.
     */
    public void awaitCommitted(long rows) {
        Waiting.until(() -> number(appended) >= rows);
        long transaction = number(newest);
        Waiting.until(() -> number(oldest) > transaction);
    }

    private static long number(PreparedStatement query) {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
