package org.laurel.benchmarks.awarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.laurel.kit.sql.Sql;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;

/**
 * From certificate events in Kafka to committed course and program credentials, and to their events back in Kafka, beside the
 * ceiling of bare set-based writes of the same rows. Ceiling and service alternate; each round starts from the same state with
 * the topic filled. Asserts counts, never times.
 */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class AwardingBenchmark {

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
        Map<String, String> bodies = Rounds.sampleBodies(seed);
        for (int round = 0; round < ROUNDS; round++) {
            // The first round of each warms up and does not count.
            if (round == 0) {
                service(-1, new Report());
                ceiling(bodies, new Report());
            }
            service(round, report);
            ceiling(bodies, report);
        }
        Logger.getLogger("benchmark").warn(report.text(EVENTS));
    }

    private void service(int round, Report into) {
        seed.plant(EVENTS);
        var consumer = kafka.getConsumer("events");
        consumer.pause().await().indefinitely();
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.erasures");
                TopicEnd end = new TopicEnd(Rounds.PUBLISHED);
                OutboxEnd outbox = new OutboxEnd()) {
            probe.sendAll(Rounds.certificates(EVENTS, round));
            long publishedBefore = end.records();
            Cost before = Cost.now(statements());
            long start = System.nanoTime();
            consumer.resume().await().indefinitely();
            awaitThat(() -> outbox.appended() >= 2L * EVENTS);
            into.service(secondsSince(start), Cost.now(statements()).since(before));
            awaitThat(() -> end.records() - publishedBefore >= 2L * EVENTS);
            into.published(secondsSince(start));
            Database.current().awaitEmptyOutbox();
            assertThat(end.records() - publishedBefore).isEqualTo(2L * EVENTS);
            assertThat(Database.current().parkedEvents()).isZero();
            assertEachOnce();
        }
    }

    private void ceiling(Map<String, String> bodies, Report into) {
        seed.plant(EVENTS);
        List<Ceiling.Batch> batches = Ceiling.prepare(EVENTS, BATCH, bodies);
        Cost before = Cost.now(statements());
        long start = System.nanoTime();
        ceiling.write(batches);
        into.ceiling(secondsSince(start), Cost.now(statements()).since(before));
        Database.current().awaitEmptyOutbox();
        assertEachOnce();
    }

    /** Every learner holds both course credentials and the program's, each in one version. */
    private static void assertEachOnce() {
        Database database = Database.current();
        assertThat(database.count("course_credential")).isEqualTo(2L * EVENTS);
        assertThat(database.count("course_credential_history")).isEqualTo(2L * EVENTS);
        assertThat(database.count("program_credential")).isEqualTo(EVENTS);
        assertThat(database.count("program_credential_history")).isEqualTo(EVENTS);
    }

    private static void awaitThat(java.util.concurrent.Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(5))
                .until(condition);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private long statements() {
        return ((CountingSql) io.quarkus.arc.ClientProxy.unwrap(sql)).statements();
    }
}
