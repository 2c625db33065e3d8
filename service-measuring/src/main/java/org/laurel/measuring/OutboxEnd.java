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
    private final PreparedStatement last;

    public OutboxEnd() {
        Config config = ConfigProvider.getConfig();
        try {
            connection = DriverManager.getConnection(
                    config.getValue("laurel.db.url", String.class),
                    config.getValue("laurel.db.user", String.class),
                    config.getValue("laurel.db.password", String.class));
            last = connection.prepareStatement(APPENDED);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Waits until there have been so many rows since the sequence began. */
    public void awaitAppended(long rows) {
        Waiting.until(() -> appended() >= rows);
    }

    private long appended() {
        try (ResultSet row = last.executeQuery()) {
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
