package org.laurel.benchmarks.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.laurel.kit.sql.Sql;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;

/**
 * From passing-status events in Kafka to committed certificates, and to their events back in Kafka, beside the ceiling of bare
 * set-based writes of the same rows. Ceiling and service alternate; each round starts from the same state with the topic
 * filled. Asserts counts, never times.
 */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class PassingToCertificateBenchmark {

    private static final int EVENTS = Integer.getInteger("benchmark.events", 2_000);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 1);
    private static final int BATCH = 1_000;

    @Inject
    Seed seed;

    @Inject
    Ceiling ceiling;

    @Inject
    KafkaClientService kafka;

    @Inject
    Sql sql;

    private final Report report = new Report();

    @Test
    void measures() {
        round(-1);
        for (int round = 0; round < ROUNDS; round++) {
            round(round);
        }
        Logger.getLogger("benchmark").warn(report.text(EVENTS));
    }

    private void round(int round) {
        Report into = round < 0 ? new Report() : report;
        String body = service(round, into);
        ceiling(body, into);
    }

    private String service(int round, Report into) {
        seed.plant(EVENTS);
        var consumer = kafka.getConsumer("events");
        consumer.pause().await().indefinitely();
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            probe.sendAll(Rounds.passing(EVENTS, round));
            Cost before = Cost.now(statements());
            long start = System.nanoTime();
            consumer.resume().await().indefinitely();
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> committed() >= EVENTS);
            double seconds = (System.nanoTime() - start) / 1e9;
            into.service(seconds, Cost.now(statements()).since(before));
            List<?> events = probe.awaitEvents("laurel.certificates", 2 * EVENTS);
            into.published((System.nanoTime() - start) / 1e9);
            assertThat(events).hasSize(2 * EVENTS);
            assertThat(Database.current().count("certificate")).isEqualTo(EVENTS);
            assertThat(Database.current().parkedEvents()).isZero();
            return Objects.requireNonNull(
                    probe.received("laurel.certificates").getFirst().text());
        }
    }

    private void ceiling(String body, Report into) {
        seed.plant(EVENTS);
        List<Ceiling.Batch> batches = new ArrayList<>(Ceiling.prepare(EVENTS, BATCH, body));
        Cost before = Cost.now(statements());
        long start = System.nanoTime();
        ceiling.write(batches);
        into.ceiling((System.nanoTime() - start) / 1e9, Cost.now(statements()).since(before));
        Database.current().awaitEmptyOutbox();
    }

    private long committed() {
        return Long.parseLong(Objects.requireNonNull(Database.current().value("select count(*) from certificate")));
    }

    private long statements() {
        return ((CountingSql) io.quarkus.arc.ClientProxy.unwrap(sql)).statements();
    }
}
