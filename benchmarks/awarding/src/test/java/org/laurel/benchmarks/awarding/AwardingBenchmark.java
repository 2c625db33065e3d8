package org.laurel.benchmarks.awarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
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

    /** The claims, certificates, credentials and their history. */
    private static final String ROWS_WRITTEN = """
            select (select count(*) from inbox)
                 + (select count(*) from certificate_version)
                 + (select count(*) from course_credential)
                 + (select count(*) from course_credential_history)
                 + (select count(*) from program_credential)
                 + (select count(*) from program_credential_history)
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
        Map<String, String> bodies = Rounds.sampleBodies(seed);
        for (int round = 0; round < ROUNDS; round++) {
            // The first round of each warms up and does not count.
            if (round == 0) {
                service(-1, new EventReport());
                ceiling(bodies, new EventReport());
            }
            service(round, report);
            ceiling(bodies, report);
        }
        Logger.getLogger("benchmark").warn(report.text("06-awarding", EVENTS));
    }

    private void service(int round, EventReport into) {
        seed.plant(EVENTS);
        var consumer = kafka.getConsumer("events");
        consumer.pause().await().indefinitely();
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.erasures");
                TopicEnd end = new TopicEnd(Rounds.PUBLISHED);
                OutboxEnd outbox = new OutboxEnd()) {
            probe.sendAll(Rounds.certificates(EVENTS, round));
            Cost before = costNow();
            Stopwatch watch = new Stopwatch();
            consumer.resume().await().indefinitely();
            outbox.awaitCommitted(2L * EVENTS);
            into.service(watch.seconds(), costNow().since(before));
            end.awaitReceived(2L * EVENTS);
            into.published(watch.seconds());
            Database.current().awaitEmptyOutbox();
            assertThat(end.received()).isEqualTo(2L * EVENTS);
            assertThat(Database.current().parkedEvents()).isZero();
            assertEachOnce();
        }
    }

    private void ceiling(Map<String, String> bodies, EventReport into) {
        seed.plant(EVENTS);
        List<Ceiling.Batch> batches = Ceiling.prepare(EVENTS, BATCH, bodies);
        Cost before = costNow();
        Stopwatch watch = new Stopwatch();
        ceiling.write(batches);
        into.ceiling(watch.seconds(), costNow().since(before));
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

    private Cost costNow() {
        return Cost.now(statements, ROWS_WRITTEN);
    }
}
