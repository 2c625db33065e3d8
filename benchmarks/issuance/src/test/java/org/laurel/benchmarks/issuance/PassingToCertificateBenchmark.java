package org.laurel.benchmarks.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.measuring.Cost;
import org.laurel.measuring.EventReport;
import org.laurel.measuring.OutboxEnd;
import org.laurel.measuring.StatementCount;
import org.laurel.measuring.Stopwatch;
import org.laurel.measuring.TopicEnd;

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

    /** The claims, facts, standings, certificates and their history. */
    private static final String ROWS_WRITTEN = """
            select (select count(*) from inbox)
                 + (select count(*) from standing_fact where kind = 2)
                 + (select count(*) from standing where folded_kind = 2)
                 + (select count(*) from certificate)
                 + (select count(*) from certificate_history)
            """;

    @Inject
    Seed seed;

    @Inject
    Ceiling ceiling;

    @Inject
    KafkaClientService kafka;

    @Inject
    StatementCount statements;

    private final EventReport report = new EventReport();

    @Test
    void measures() {
        String body = Rounds.sampleBody(seed);
        for (int round = 0; round < ROUNDS; round++) {
            // The first round of each warms up and does not count.
            if (round == 0) {
                service(-1, new EventReport());
                ceiling(body, new EventReport());
            }
            service(round, report);
            ceiling(body, report);
        }
        Logger.getLogger("benchmark").warn(report.text("01-passing-to-certificate", EVENTS));
    }

    private void service(int round, EventReport into) {
        seed.plant(EVENTS);
        var consumer = kafka.getConsumer("events");
        consumer.pause().await().indefinitely();
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.erasures");
                TopicEnd end = new TopicEnd(Rounds.PUBLISHED);
                OutboxEnd outbox = new OutboxEnd()) {
            probe.sendAll(Rounds.passing(EVENTS, round));
            Cost before = costNow();
            Stopwatch watch = new Stopwatch();
            consumer.resume().await().indefinitely();
            outbox.awaitCommitted(2L * EVENTS);
            into.service(watch.seconds(), costNow().since(before));
            end.awaitReceived(2L * EVENTS);
            into.published(watch.seconds());
            Database.current().awaitEmptyOutbox();
            assertThat(end.received()).isEqualTo(2L * EVENTS);
            assertThat(Database.current().count("certificate")).isEqualTo(EVENTS);
            assertThat(Database.current().parkedEvents()).isZero();
        }
    }

    private void ceiling(String body, EventReport into) {
        seed.plant(EVENTS);
        List<Ceiling.Batch> batches = Ceiling.prepare(EVENTS, BATCH, body);
        Cost before = costNow();
        Stopwatch watch = new Stopwatch();
        ceiling.write(batches);
        into.ceiling(watch.seconds(), costNow().since(before));
        Database.current().awaitEmptyOutbox();
    }

    private Cost costNow() {
        return Cost.now(statements, ROWS_WRITTEN);
    }
}
