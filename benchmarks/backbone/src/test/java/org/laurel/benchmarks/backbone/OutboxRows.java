package org.laurel.benchmarks.backbone;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventSamples;
import org.laurel.kit.test.Database;

/** Rows that wait to be published, all with the sample of a certificate's change as their body. */
final class OutboxRows {

    static final String TOPIC = EventCatalogue.COURSE_CERT_CHANGED.topic().topicName();
    static final String COPY = "outbox_copy";
    private static final int BATCH = 1_000;

    private OutboxRows() {}

    /** The body, on one line. */
    static String body() {
        return EventSamples.find(EventCatalogue.COURSE_CERT_CHANGED.name())
                .orElseThrow()
                .lines()
                .map(String::strip)
                .reduce("", String::concat);
    }

    /** Adds rows in one transaction; the relay hears of them when it commits. */
    static void fill(String table, int rows) {
        Database.current()
                .execute("""
                        insert into %s (event_id, topic, record_key, event_type, sequence, correlation_id, causation_id, value)
                        select gen_random_uuid(), ?, lpad(n::text, 8, '0'), ?, 1, gen_random_uuid()::text,
                               gen_random_uuid()::text, ?
                        from generate_series(1, ?) n
                        """.formatted(table), TOPIC, EventCatalogue.COURSE_CERT_CHANGED.name(), body(), rows);
    }

    /** A table like the outbox that no relay reads. */
    static void makeCopy() {
        Database.current().execute("drop table if exists " + COPY);
        Database.current().execute("create table " + COPY + " (like outbox including all)");
    }

    /** The ceiling of the database: takes all rows out in order, batch by batch, each in a transaction, and sends them nowhere. */
    static int drainCopy() {
        int drained = 0;
        try (Connection connection = Database.current().connect();
                Statement settings = connection.createStatement();
                PreparedStatement delete = connection.prepareStatement("""
                        delete from %1$s where place = any(array(select place from %1$s order by place limit %2$d)) returning *""".formatted(COPY, BATCH))) {
            settings.execute("set synchronous_commit = off"); // as the relay does
            int taken;
            do {
                taken = read(delete);
                drained += taken;
            } while (taken > 0);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return drained;
    }

    private static int read(PreparedStatement delete) throws SQLException {
        List<String> values = new ArrayList<>(BATCH);
        try (ResultSet row = delete.executeQuery()) {
            while (row.next()) {
                values.add(row.getString("value"));
            }
        }
        return values.size();
    }
}
