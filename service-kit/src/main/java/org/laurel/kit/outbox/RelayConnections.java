package org.laurel.kit.outbox;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.broker.BrokerAccess;
import org.laurel.kit.event.ValueLimits;

/**
 * What a relay needs: a database connection of its own, outside the pool because it is held for good and carries the advisory
 * lock, and an idempotent producer that never gives up by itself.
 */
@Singleton
class RelayConnections {

    /** The server ends a relay's session, and with it the lead, within half a minute after its machine vanished. */
    private static final String LET_GO_OF_DEAD_RELAYS =
            "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    /**
     * Requests that a broker has at a time. A broker that does not know a producer yet takes its first request whatever its
     * sequence number is. With two under way, it may refuse the first, because it has just started and does not lead the
     * partition yet, and take the second: two events of one key have changed places then, and the first is refused for ever.
     */
    private static final int ONE_AT_A_TIME = 1;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Bytes that a producer keeps of what is not sent yet, as Kafka's own default is; at least two of the largest records. */
    private static final long LEAST_BUFFER = 32L * 1024 * 1024;

    /** Bytes of values under way from which on a relay reads no more; as many as the largest value has, when that is more. */
    private static final long LEAST_UNDER_WAY = 16L * 1024 * 1024;

    /** What it deletes is published: a deletion that a crash of the server takes back means a repeat, for which nobody waits. */
    private static final String DELETE_WITHOUT_WAITING = " -c synchronous_commit=off";

    /**
     * The outbox is empty at one moment and has a million rows at the next, so what the server's statistics say of it is wrong when it
     * matters: it would read and sort all of it for every batch. Each of the relay's statements can follow the primary key.
     */
    private static final String ALWAYS_BY_INDEX = " -c enable_seqscan=off -c enable_bitmapscan=off -c enable_sort=off";

    /** Bytes of a producer's batch; the brokers refuse one that is larger than the topic's {@code max.message.bytes}. */
    static final int BATCH_SIZE = 64 * 1024;

    /** Bytes that a request may have besides one value: key, headers and the protocol's own. */
    private static final int ROOM = 64 * 1024;

    private final String url;
    private final String user;
    private final String password;
    private final BrokerAccess brokers;
    private final String service;
    private final Wires wires;
    private final ValueLimits limits;
    private @Nullable Producer<byte[], byte[]> producer;

    RelayConnections(
            @ConfigProperty(name = "laurel.db.url") String url,
            @ConfigProperty(name = "laurel.db.user") String user,
            @ConfigProperty(name = "laurel.db.password", defaultValue = "") String password,
            @ConfigProperty(name = "quarkus.application.name") String service,
            BrokerAccess brokers,
            Wires wires,
            ValueLimits limits) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.brokers = brokers;
        this.service = service;
        this.wires = wires;
        this.limits = limits;
    }

    Relay open() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", user);
        settings.setProperty("password", password);
        settings.setProperty("ApplicationName", service + "-relay");
        settings.setProperty("connectTimeout", "5");
        settings.setProperty("socketTimeout", "30");
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("options", LET_GO_OF_DEAD_RELAYS + DELETE_WITHOUT_WAITING + ALWAYS_BY_INDEX);
        Connection connection = DriverManager.getConnection(url, settings);
        return Relay.on(
                connection,
                producer(),
                wires,
                "/laurel/" + service,
                new Relay.Limits(1_000, Math.max(LEAST_UNDER_WAY, limits.largest()), PATIENCE));
    }

    /** Closes a producer that failed; the next relay gets a new one. */
    synchronized void forgetProducer() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
            producer = null;
        }
    }

    private synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(brokers.with(Map.ofEntries(
                    Map.entry(ProducerConfig.CLIENT_ID_CONFIG, service + "-relay"),
                    Map.entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                    Map.entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                    Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                    Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                    Map.entry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, ONE_AT_A_TIME),
                    Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis()),
                    Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE),
                    Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, limits.largest() + ROOM),
                    Map.entry(
                            ProducerConfig.BUFFER_MEMORY_CONFIG,
                            Math.max(LEAST_BUFFER, 2L * (limits.largest() + ROOM))),
                    Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
                    Map.entry(ProducerConfig.LINGER_MS_CONFIG, 1),
                    Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_SIZE))));
        }
        return producer;
    }
}
