package org.laurel.benchmarks.backbone;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.laurel.events.EventCatalogue;
import org.laurel.kit.test.Database;

/** Appends to the outbox in transactions on a connection of its own, and keeps when each of them had committed. */
final class Appending implements AutoCloseable {

    /** Events of a transaction. */
    static final int EVENTS = 50;

    private static final String APPEND = """
            insert into outbox (event_id, topic, record_key, event_type, sequence, correlation_id, causation_id, value)
            select gen_random_uuid(), ?, ? || '-' || n, ?, 1, ?, ?, ? from generate_series(1, %d) n
            """.formatted(EVENTS);

    private final Connection connection = Database.current().connect();
    private final PreparedStatement append;
    private final String name;
    private final Map<String, Long> committed = new ConcurrentHashMap<>();

    Appending(String name) {
        this.name = name;
        try {
            append = connection.prepareStatement(APPEND);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** When the transactions had committed, in nanoseconds, by the causation id of their events. */
    Map<String, Long> committed() {
        return committed;
    }

    /** Commits so many transactions, one every 1/rate seconds, or one after the other without a rate. */
    void run(int transactions, double rate) {
        long start = System.nanoTime();
        for (int number = 0; number < transactions; number++) {
            if (Double.isFinite(rate)) {
                LockSupport.parkNanos(start + (long) (number * 1e9 / rate) - System.nanoTime());
            }
            String cause = name + "-" + number;
            commit(cause);
            committed.put(cause, System.nanoTime());
        }
    }

    private void commit(String cause) {
        try {
            append.setString(1, OutboxRows.TOPIC);
            append.setString(2, cause);
            append.setString(3, EventCatalogue.COURSE_CERT_CHANGED.name());
            append.setString(4, cause);
            append.setString(5, cause);
            append.setString(6, OutboxRows.body());
            append.executeUpdate();
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
