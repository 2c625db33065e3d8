package org.laurel.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.broker.BrokerAccess;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.infra.SharedServers;
import org.laurel.sample.KitDatabase;

/** Transactions that take their places in one order and end in another, or never. */
class RelayOrderTest {

    private static final String TOPIC = "laurel.completions";

    private final String key = UUID.randomUUID().toString();
    private KitDatabase kit;
    private CrashingProducer producer;
    private KafkaProbe kafka;

    @BeforeEach
    void prepare() {
        kafka = KafkaProbe.fromNow(TOPIC);
        kit = KitDatabase.fresh();
        producer = new CrashingProducer(SharedServers.get().kafka());
    }

    @AfterEach
    void close() {
        producer.close();
        kafka.close();
    }

    @Test
    void whatCommitsLateIsPublishedBeforeWhatFollowsUnderItsKey() throws Exception {
        // Given a row with an early place whose transaction is still open when the rows after it are being sent
        try (Connection late = kit.connect();
                Relay relay = relay()) {
            late.setAutoCommit(false);
            append(late, "late");
            insert(1_500);
            relay.lead();
            producer.beforeSending(once(() -> {
                commit(late);
                append(late, "after late");
                commit(late);
            }));

            // When
            relay.publish();
        }

        // Then
        assertThat(published(1_502)).extracting(ReceivedEvent::text).containsSubsequence("late", "after late");
        assertThat(kit.database().outboxIsEmpty()).isTrue();
    }

    @Test
    void whatCommitsLateInTheMidstOfWhatIsUnderWayIsPublishedBeforeWhatFollowsUnderItsKey() throws Exception {
        // Given rows around a place whose transaction commits while the ones after it are being sent
        insert(300);
        try (Connection late = kit.connect();
                Relay relay = relay()) {
            late.setAutoCommit(false);
            append(late, "late");
            insert(2_500);
            relay.lead();
            AtomicInteger sent = new AtomicInteger();
            producer.beforeSending(() -> {
                if (sent.incrementAndGet() == 1_000) {
                    commit(late);
                    append(late, "after late");
                    commit(late);
                }
            });

            // When
            relay.publish();
        }

        // Then
        assertThat(published(2_802)).extracting(ReceivedEvent::text).containsSubsequence("late", "after late");
        assertThat(kit.database().outboxIsEmpty()).isTrue();
    }

    @Test
    void whatWasRolledBackByTheThousandsHoldsNothingUp() throws Exception {
        // Given
        insert(2);
        try (Connection failed = kit.connect()) {
            failed.setAutoCommit(false);
            for (int i = 0; i < 1_200; i++) {
                append(failed, "never");
            }
            failed.rollback();
        }
        insert(2);

        // When
        try (Relay relay = relay()) {
            relay.lead();
            while (relay.publish() > 0) {
                assertThat(kit.database().count("outbox")).isLessThan(4);
            }
        }

        // Then
        assertThat(published(4)).extracting(ReceivedEvent::text).containsExactly("1", "2", "1", "2");
        assertThat(kit.database().outboxIsEmpty()).isTrue();
    }

    private Relay relay() throws SQLException {
        ForeignTopics none =
                new ForeignTopics(List.of(), new BrokerAccess(Map.of()), "relay-test", new SimpleMeterRegistry());
        Wires wires = new Wires(List.of(), none);
        Relay.Limits limits = new Relay.Limits(1_000, 16_777_216, Duration.ofMinutes(1));
        return Relay.on(kit.connect(), producer, wires, "/laurel/relay-test", limits);
    }

    private void insert(int rows) {
        kit.database().execute("""
                        insert into outbox (event_id, topic, record_key, event_type, correlation_id, causation_id, value)
                        select gen_random_uuid(), ?, ?, 'test', 'c', 'c', n::text from generate_series(1, ?) n
                        """, TOPIC, key, rows);
    }

    private void append(Connection open, String value) {
        try (PreparedStatement insert = open.prepareStatement("""
                insert into outbox (event_id, topic, record_key, event_type, correlation_id, causation_id, value)
                values (gen_random_uuid(), ?, ?, 'test', 'c', 'c', ?)
                """)) {
            insert.setString(1, TOPIC);
            insert.setString(2, key);
            insert.setString(3, value);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void commit(Connection open) {
        try {
            open.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Runnable once(Runnable action) {
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            if (done.compareAndSet(false, true)) {
                action.run();
            }
        };
    }

    private List<ReceivedEvent> published(int count) {
        return kafka.awaitEvents(TOPIC, count, event -> key.equals(event.key()));
    }
}
