package org.laurel.kit.test.infra;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

/** PostgreSQL unpacked from a Maven artifact, and Kafka inside this JVM: needs neither root rights nor Docker. */
final class EmbeddedInfrastructure implements Infrastructure {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static final Map<String, String> FAST_NOT_DURABLE = Map.of(
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "max_connections", "200",
            "timezone", "UTC");

    /**
     * For benchmarks: what is committed is on disk, as in production, and checkpoints come as seldom as where many rows are updated
     * ({@code docs/operations.md}). Chosen by {@code -Dlaurel.test.durable=true}.
     */
    private static final Map<String, String> DURABLE = Map.of(
            "max_connections", "200",
            "timezone", "UTC",
            "shared_buffers", "256MB",
            "checkpoint_timeout", "30min",
            "max_wal_size", "8GB",
            "wal_compression", "on");

    @Override
    @SuppressWarnings("resource") // runs until the JVM ends; its own shutdown hook stops it
    public Address startPostgres() {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder().setPort(FreePorts.next().port()).setPGStartupWait(PATIENCE);
        (Boolean.getBoolean("laurel.test.durable") ? DURABLE : FAST_NOT_DURABLE).forEach(builder::setServerConfig);
        try {
            return Address.local(builder.start().getPort());
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL did not start", failed);
        }
    }

    @Override
    public KafkaAddresses startKafka(Address gate) {
        return EmbeddedKafka.start(gate);
    }
}
