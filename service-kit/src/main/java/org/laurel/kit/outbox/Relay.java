package org.laurel.kit.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.postgresql.PGConnection;

/**
 * Publishes the outbox over one database connection. Only the relay whose connection holds the advisory lock publishes, and it
 * deletes on that same connection, so a relay that lost its lock cannot go on.
 *
 * <p>It sends the oldest rows in order, waits for all acknowledgements and then deletes exactly those rows. After any error
 * nothing is deleted and the next round begins at the oldest row again: an event may be published twice, never lost, and the
 * first occurrences under a key are in order. No transaction is open while it waits for the broker. Not thread-safe.
 */
final class Relay implements AutoCloseable {

    /** Any constant of our own; the lock is per database, which is per service. */
    private static final long LOCK = 0x4C41_5552_454CL;

    /** Bytes after which a batch ends, so that a few large course structures do not fill the memory. */
    private static final long LARGEST_BATCH = Outbox.LARGEST_STRUCTURE;

    private static final String OLDEST = "select " + OutboxRow.COLUMNS + """
             from (select *, sum(octet_length(value)) over (order by place) - octet_length(value) as bytes_before
                   from outbox order by place limit ?) oldest
            where bytes_before < ? order by place""";

    private final Connection connection;
    private final Producer<byte[], byte[]> producer;
    private final Wires wires;
    private final String source;
    private final int batchSize;

    private Relay(Connection connection, Producer<byte[], byte[]> producer, Wires wires, String source, int batchSize) {
        this.connection = connection;
        this.producer = producer;
        this.wires = wires;
        this.source = source;
        this.batchSize = batchSize;
    }

    /**
     * Starts to listen on the connection, which it owns from now on.
     *
     * @param wires how events are written
     * @param source the CloudEvents source of what it publishes
     * @param batchSize how many rows it sends before it waits for acknowledgements
     */
    static Relay on(Connection connection, Producer<byte[], byte[]> producer, Wires wires, String source, int batchSize)
            throws SQLException {
        connection.setAutoCommit(true);
        try (var listen = connection.createStatement()) {
            listen.execute("listen laurel_outbox");
        }
        return new Relay(connection, producer, wires, source, batchSize);
    }

    /** Tries to become the one relay that publishes. */
    boolean lead() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /**
     * Publishes the oldest rows.
     *
     * @return how many it published, 0 when the outbox was empty
     */
    int publish() throws SQLException, ExecutionException, InterruptedException {
        List<OutboxRow> rows = oldest();
        List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            sent.add(producer.send(wires.record(row, source, producer)));
        }
        producer.flush();
        for (Future<RecordMetadata> acknowledgement : sent) {
            acknowledgement.get();
        }
        delete(rows);
        return rows.size();
    }

    /** Waits until rows are announced, at most the given time. */
    void await(int millis) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications(millis);
    }

    private List<OutboxRow> oldest() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OLDEST)) {
            select.setInt(1, batchSize);
            select.setLong(2, LARGEST_BATCH);
            List<OutboxRow> rows = new ArrayList<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(OutboxRow.of(result));
                }
            }
            return rows;
        }
    }

    private void delete(List<OutboxRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        Long[] places = rows.stream().map(OutboxRow::place).toArray(Long[]::new);
        try (PreparedStatement delete = connection.prepareStatement("delete from outbox where place = any(?)")) {
            delete.setArray(1, connection.createArrayOf("int8", places));
            delete.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
