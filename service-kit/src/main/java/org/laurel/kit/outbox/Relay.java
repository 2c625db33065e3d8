package org.laurel.kit.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.postgresql.PGConnection;

/**
 * Publishes the outbox over one database connection. Only the relay whose connection holds the advisory lock publishes, and it
 * deletes on that same connection, so a relay that lost its lock cannot go on.
 *
 * <p>It sends the oldest rows in order, batch by batch, and deletes exactly the rows of a batch when all of it is acknowledged.
 * While the broker has one batch, the next ones are read and sent. Each reading goes on where the last one ended and looks up
 * every place that was missing so far: a transaction that took its place early and committed late comes before a later one
 * under the same key, which a position alone would pass over. Rows for a topic of another platform that is missing are passed over, all of
 * them, until it is there: order within a topic stays. After any error nothing more is sent or deleted by this relay, and its
 * successor begins at the oldest row again: an event may be published twice, never lost, and the first occurrences under a key
 * are in order. It begins with one row, alone, and doubles with every batch that was taken: a row that the broker refuses for
 * good holds back what follows, and nothing is sent again and again because of it. No transaction is open while it waits for
 * the broker. Not thread-safe.
 */
final class Relay implements AutoCloseable {

    /** Any constant of our own; the lock is per database, which is per service. */
    static final long LOCK = 0x4C41_5552_454CL;

    /** Batches that the broker may have at a time, less one: when so many are under way, the oldest is waited for. */
    private static final int UNDER_WAY = 3;

    /** Bytes of a value that is read with others; of a thousand such values fewer than 16 MiB come together. */
    private static final int LIGHT = 16 * 1024;

    /** After so long {@link #publish} returns, so that whoever calls it may stop. */
    private static final long LONGEST_RUN = Duration.ofSeconds(1).toNanos();

    /**
     * Three ranges of the primary key, merged: no row that the run has sent is touched again. Those for missing topics are, by every
     * reading, since nothing but a filter passes them over. A heavy value is not read.
     */
    private static final String OLDEST = """
            select place, event_id, topic, record_key, event_type, sequence, correlation_id, causation_id, origin,
                   case when octet_length(value) <= ? then value end, created_at
            from ((select * from outbox where place < ? order by place)
                  union all
                  (select * from outbox where place = any(?) order by place)
                  union all
                  (select * from outbox where place > ? order by place)) waiting
            where topic <> all (?) order by place limit ?""";

    private final Connection connection;
    private final Producer<byte[], byte[]> producer;
    private final Wires wires;
    private final String source;
    private final Limits limits;
    /** Rows of the next batch at most. */
    private int size = 1;

    /**
     * What it may do at most.
     *
     * @param rows of a batch
     * @param bytes of values under way from which on nothing more is read. One batch goes beyond it at most, of light values or of a
     *     single one that is larger than 16 KiB, so that a few large course structures do not fill the memory
     * @param patience how long the broker may take for one row. While it is away nothing is lost by giving up and beginning again
     */
    record Limits(int rows, long bytes, Duration patience) {}

    private Relay(Connection connection, Producer<byte[], byte[]> producer, Wires wires, String source, Limits limits) {
        this.connection = connection;
        this.producer = producer;
        this.wires = wires;
        this.source = source;
        this.limits = limits;
    }

    /**
     * Starts to listen on the connection, which it owns from now on.
     *
     * @param wires how events are written
     * @param source the CloudEvents source of what it publishes
     * @param limits what it may do at most
     */
    static Relay on(Connection connection, Producer<byte[], byte[]> producer, Wires wires, String source, Limits limits)
            throws SQLException {
        connection.setAutoCommit(true);
        try (var listen = connection.createStatement()) {
            listen.execute("listen laurel_outbox");
        }
        return new Relay(connection, producer, wires, source, limits);
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

    /** A batch that the broker has not acknowledged yet. */
    private record Sent(List<Long> places, long bytes, List<Future<RecordMetadata>> acknowledgements) {}

    /**
     * Publishes the oldest rows, batch after batch, until none is left or it is time to look about.
     *
     * @return how many it published, 0 when the outbox was empty
     */
    int publish() throws SQLException, ExecutionException, InterruptedException {
        long start = System.nanoTime();
        Reach reach = new Reach();
        Deque<Sent> underWay = new ArrayDeque<>();
        int published = 0;
        List<OutboxRow> next = oldest(reach);
        while (!next.isEmpty()) {
            underWay.add(send(next));
            while (isFull(underWay)) {
                published += settle(underWay.remove());
            }
            boolean isOver = reach.isFrayed() || System.nanoTime() - start > LONGEST_RUN;
            next = isOver ? List.of() : oldest(reach);
        }
        while (!underWay.isEmpty()) {
            published += settle(underWay.remove());
        }
        return published;
    }

    /** What could not even be handed over ends it: a later row of the same key must not go before it. */
    private Sent send(List<OutboxRow> batch) throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(batch.size());
        long bytes = 0;
        for (OutboxRow row : batch) {
            ProducerRecord<byte[], byte[]> record = wires.record(row, source, producer);
            bytes += record.value().length;
            Future<RecordMetadata> acknowledgement = producer.send(record);
            if (acknowledgement.isDone()) {
                requireTaken(row.place(), acknowledgement);
            }
            acknowledgements.add(acknowledgement);
        }
        return new Sent(batch.stream().map(OutboxRow::place).toList(), bytes, acknowledgements);
    }

    private boolean isCautious() {
        return size < limits.rows();
    }

    private boolean isFull(Collection<Sent> underWay) {
        return underWay.size() >= (isCautious() ? 1 : UNDER_WAY)
                || underWay.stream().mapToLong(Sent::bytes).sum() >= limits.bytes();
    }

    /** Waits for the acknowledgements of a batch and deletes its rows. */
    private int settle(Sent batch) throws SQLException, ExecutionException, InterruptedException {
        for (int i = 0; i < batch.places().size(); i++) {
            requireTaken(batch.places().get(i), batch.acknowledgements().get(i));
        }
        try (PreparedStatement delete = connection.prepareStatement("delete from outbox where place = any(?)")) {
            delete.setArray(1, places(batch.places()));
            delete.executeUpdate();
        }
        size = Math.min(2 * size, limits.rows());
        return batch.places().size();
    }

    /**
     * Waits for an acknowledgement, though not for ever: a producer that has fallen out with a broker may repeat one request until
     * the end of time. Whoever sends next has a new producer.
     */
    private void requireTaken(long place, Future<RecordMetadata> acknowledgement)
            throws ExecutionException, InterruptedException {
        try {
            acknowledgement.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            throw new ExecutionException("the broker did not take row " + place, refused.getCause());
        } catch (TimeoutException silent) {
            throw new ExecutionException("the broker is silent about row " + place, silent);
        }
    }

    /** Waits until rows are announced, at most the given time. */
    void await(int millis) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications(millis);
    }

    /** What is for a topic that another platform has not made stays where it is, so that the rest does not wait with it. */
    private List<OutboxRow> oldest(Reach reach) throws SQLException {
        List<OutboxRow> found = select(reach);
        while (wires.meetMissingTopic(found)) {
            found = select(reach);
        }
        found.forEach(row -> reach.read(row.place()));
        return found;
    }

    /** The next rows up to a heavy one; that alone when it is the next. */
    private List<OutboxRow> select(Reach reach) throws SQLException {
        List<OutboxRow> light = select(reach, size, LIGHT);
        return light.isEmpty() ? select(reach, 1, Integer.MAX_VALUE) : light;
    }

    private List<OutboxRow> select(Reach reach, int rows, long bytesOfOne) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OLDEST)) {
            select.setLong(1, bytesOfOne);
            select.setLong(2, reach.first());
            select.setArray(3, places(reach.gaps()));
            select.setLong(4, reach.last());
            select.setArray(
                    5, connection.createArrayOf("text", wires.missingTopics().toArray()));
            select.setInt(6, rows);
            List<OutboxRow> found = new ArrayList<>(rows);
            try (ResultSet result = select.executeQuery()) {
                while (result.next() && result.getBytes(OutboxRow.VALUE) != null) {
                    found.add(OutboxRow.of(result));
                }
            }
            return found;
        }
    }

    private Array places(Collection<Long> places) throws SQLException {
        return connection.createArrayOf("int8", places.toArray());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
