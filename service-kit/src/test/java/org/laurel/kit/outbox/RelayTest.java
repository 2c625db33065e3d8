package org.laurel.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.laurel.sample.Sample.patiently;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.broker.BrokerAccess;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.infra.SharedServers;
import org.laurel.sample.KitDatabase;
import org.postgresql.PGConnection;

/** Relays without an application around them, so that a test can stop one at any point. */
class RelayTest {

    private static final String TOPIC = "laurel.completions";
    private static final String SOURCE = "/laurel/relay-test";

    private final String key = UUID.randomUUID().toString();
    private KitDatabase kit;
    private CrashingProducer producer;
    private Duration patience = Duration.ofMinutes(1);
    private KafkaProbe kafka;

    @BeforeEach
    void prepare() {
        kafka = KafkaProbe.fromNow(TOPIC, "laurel.course-structures");
        kit = KitDatabase.fresh();
        producer = new CrashingProducer(SharedServers.get().kafka());
    }

    @AfterEach
    void close() {
        producer.close();
        kafka.close();
    }

    @Test
    void whatWasCommittedWhileNoRelayRanIsPublishedInOrder() throws Exception {
        // Given
        insert(TOPIC, 2_500);

        // When
        try (Relay relay = relay(kit.connect())) {
            relay.lead();
            while (relay.publish() > 0) {
                assertThat(kit.database().count("outbox")).isLessThan(2_500);
            }
        }

        // Then
        assertThat(published(2_500)).extracting(ReceivedEvent::text).containsExactlyElementsOf(values(2_500));
        assertThat(kit.database().outboxIsEmpty()).isTrue();
    }

    @Test
    void aCrashBetweenSendingAndDeletingRepeatsTheSameEventsInOrder() throws Exception {
        // Given
        insert(TOPIC, 3);
        Connection doomed = kit.connect();
        Relay first = relay(doomed);
        first.lead();
        producer.crashAfterSending(() -> terminate(doomed));

        // When
        assertThatThrownBy(first::publish).isInstanceOf(SQLException.class);
        try (Relay second = relay(kit.connect())) {
            patiently().until(second::lead);
            second.publish();
        }

        // Then
        List<ReceivedEvent> published = published(4);
        assertThat(published).extracting(ReceivedEvent::text).containsExactly("1", "1", "2", "3");
        assertThat(published.get(1).id()).isEqualTo(published.get(0).id());
        assertThat(kit.database().outboxIsEmpty()).isTrue();
    }

    @Test
    void oneOfTwoRelaysLeadsAndTheOtherTakesOverWhenItsConnectionDies() throws Exception {
        // Given
        Connection leading = kit.connect();
        Relay first = relay(leading);
        try (Relay second = relay(kit.connect())) {
            assertThat(first.lead()).isTrue();
            assertThat(second.lead()).isFalse();
            insert(TOPIC, 1);

            // When
            terminate(leading);

            // Then
            patiently().until(second::lead);
            assertThat(second.publish()).isEqualTo(1);
            assertThatThrownBy(first::publish).isInstanceOf(SQLException.class);
        }
        assertThat(published(1)).hasSize(1);
    }

    @Test
    void aNewRowWakesARelayThatWaits() throws Exception {
        // Given
        try (Relay relay = relay(kit.connect())) {
            relay.lead();
            Thread waiting = Thread.ofPlatform().daemon().start(() -> {
                try {
                    relay.await(Integer.MAX_VALUE);
                } catch (SQLException lost) {
                    throw new IllegalStateException(lost);
                }
            });

            // When
            insert(TOPIC, 1);

            // Then
            assertThat(waiting.join(KafkaProbe.PATIENCE)).isTrue();
            assertThat(relay.publish()).isEqualTo(1);
        }
    }

    @Test
    void aFewLargeRowsDoNotFillTheMemory() throws Exception {
        // Given
        kit.database().execute("""
                        insert into outbox (event_id, topic, record_key, event_type, correlation_id, causation_id, value)
                        select gen_random_uuid(), 'laurel.course-structures', ?, 'test', 'c', 'c',
                               repeat('x', 9 * 1024 * 1024)
                        from generate_series(1, 5)
                        """, key);

        List<Long> leftWhenSent = new ArrayList<>();
        producer.beforeSending(() -> leftWhenSent.add(kit.database().count("outbox")));

        // When
        int published;
        try (Relay relay = relay(kit.connect())) {
            relay.lead();
            published = relay.publish();
        }

        // Then
        assertThat(published).isEqualTo(5);
        assertThat(leftWhenSent).as("rows left when each was sent").containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void whatIsHeavyDoesNotDependOnHowMuchMayBeUnderWay() throws Exception {
        // Given
        kit.database().execute("""
                        insert into outbox (event_id, topic, record_key, event_type, correlation_id, causation_id, value)
                        select gen_random_uuid(), ?, ?, 'test', 'c', 'c', repeat('x', 1000) from generate_series(1, 5)
                        """, TOPIC, key);
        List<Long> leftWhenSent = new ArrayList<>();
        producer.beforeSending(() -> leftWhenSent.add(kit.database().count("outbox")));

        // When
        try (Relay relay = relay(kit.connect(), producer, 65_536)) {
            relay.lead();
            relay.publish();
        }

        // Then
        assertThat(leftWhenSent).as("rows left when each was sent").containsExactly(5L, 4L, 4L, 2L, 2L);
    }

    @Test
    void aRowThatTheBrokerNeverTakesHoldsBackWhatFollowsAndNothingIsRepeatedForIt() throws Exception {
        // Given
        insert(TOPIC, 2);
        kit.database().execute("update outbox set value = repeat('x', 18 * 1024 * 1024) where value = '1'");

        // When
        for (int attempt = 0; attempt < 2; attempt++) {
            try (Relay relay = relay(kit.connect())) {
                patiently().until(relay::lead);
                assertThatThrownBy(relay::publish)
                        .isInstanceOf(ExecutionException.class)
                        .hasMessageContaining("did not take row 1");
            }
        }
        kit.database().execute("delete from outbox where value <> '2'");
        try (Relay relay = relay(kit.connect())) {
            patiently().until(relay::lead);
            relay.publish();
        }

        // Then
        assertThat(published(1)).extracting(ReceivedEvent::text).containsExactly("2");
    }

    @Test
    void aBrokerThatStaysSilentIsLeftAndAnotherProducerPublishes() throws Exception {
        // Given a producer that the broker has taken a row of, and that it does not answer any more
        SharedServers servers = SharedServers.get();
        insert(TOPIC, 1);
        try (CrashingProducer first = new CrashingProducer(servers.gatedKafka());
                Relay relay = relay(kit.connect(), first)) {
            relay.lead();
            relay.publish();
            insert(TOPIC, 2);
            servers.cutKafka();
            patience = Duration.ofMillis(200);
            try (Relay impatient = relay(kit.connect(), first)) {

                // When
                assertThatThrownBy(impatient::publish).hasMessageContaining("silent about row 2");
            }
            first.close(Duration.ZERO);
        } finally {
            servers.restoreKafka();
            patience = Duration.ofMinutes(1);
        }
        try (Relay relay = relay(kit.connect())) {
            patiently().until(relay::lead);
            relay.publish();
        }

        // Then
        assertThat(published(3)).extracting(ReceivedEvent::text).containsExactly("1", "1", "2");
        assertThat(kit.database().outboxIsEmpty()).isTrue();
    }

    private Relay relay(Connection connection) throws SQLException {
        return relay(connection, producer);
    }

    private Relay relay(Connection connection, CrashingProducer through) throws SQLException {
        return relay(connection, through, 16_777_216);
    }

    private Relay relay(Connection connection, CrashingProducer through, long bytes) throws SQLException {
        ForeignTopics none =
                new ForeignTopics(List.of(), new BrokerAccess(Map.of()), "relay-test", new SimpleMeterRegistry());
        Wires wires = new Wires(List.of(), none);
        return Relay.on(connection, through, wires, SOURCE, new Relay.Limits(1_000, bytes, patience));
    }

    private void insert(String topic, int rows) {
        kit.database().execute("""
                        insert into outbox (event_id, topic, record_key, event_type, correlation_id, causation_id, value)
                        select gen_random_uuid(), ?, ?, 'test', 'c', 'c', n::text from generate_series(1, ?) n
                        """, topic, key, rows);
    }

    private List<ReceivedEvent> published(int count) {
        return kafka.awaitEvents(TOPIC, count, event -> key.equals(event.key()));
    }

    private static List<String> values(int count) {
        return java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(String::valueOf)
                .toList();
    }

    private void terminate(Connection connection) {
        try {
            int pid = connection.unwrap(PGConnection.class).getBackendPID();
            kit.database().query("select pg_terminate_backend(?, 5000)", pid);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
