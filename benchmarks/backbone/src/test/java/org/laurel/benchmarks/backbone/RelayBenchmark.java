package org.laurel.benchmarks.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.measuring.Stopwatch;
import org.laurel.measuring.Timings;
import org.laurel.measuring.TopicEnd;

/**
 * How fast the relay publishes a full outbox, beside two ceilings: the same rows taken out of a table and sent nowhere, and the
 * same bodies sent by Kafka's own tool from memory. Asserts counts, never times.
 */
@QuarkusTest
@QuarkusTestResource(
        value = LaurelInfrastructure.class,
        initArgs = @ResourceArg(name = LaurelInfrastructure.GATED, value = "false"))
class RelayBenchmark {

    private static final int EVENTS = Integer.getInteger("benchmark.events", 5_000);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 1);

    /** Rounds that warm up and do not count; a short run to keep the benchmark working has one. */
    private static final int WARM_UP = ROUNDS > 1 ? 3 : 1;

    /** The tool is a process of its own that has to warm up, so it sends so many times the events. */
    private static final int WARMING = 10;

    @TempDir
    Path folder;

    private final Timings relayed = new Timings();
    private final Timings drained = new Timings();
    private final Timings produced = new Timings();

    @Test
    void measures() throws IOException {
        Path payloads = Files.writeString(folder.resolve("payloads.txt"), OutboxRows.body() + "\n");
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double relay = relay();
            double drain = drain();
            double produce = produce(payloads);
            if (round >= 0) {
                relayed.add(relay);
                drained.add(drain);
                produced.add(produce);
            }
        }
        report();
    }

    private static double relay() {
        Database.current().awaitEmptyOutbox();
        Database.current().execute("vacuum analyze outbox");
        try (TopicEnd end = new TopicEnd(OutboxRows.TOPIC)) {
            OutboxRows.fill("outbox", EVENTS);
            Stopwatch watch = new Stopwatch();
            end.awaitReceived(EVENTS);
            Database.current().awaitEmptyOutbox();
            double seconds = watch.seconds();
            assertThat(end.received()).isEqualTo(EVENTS);
            return seconds;
        }
    }

    private static double drain() {
        OutboxRows.makeCopy();
        OutboxRows.fill(OutboxRows.COPY, EVENTS);
        Database.current().execute("vacuum analyze " + OutboxRows.COPY);
        Stopwatch watch = new Stopwatch();
        assertThat(OutboxRows.drainCopy()).isEqualTo(EVENTS);
        return watch.seconds();
    }

    private static double produce(Path payloads) {
        String bootstrap = ConfigProvider.getConfig().getValue("laurel.kafka.bootstrap", String.class);
        return EVENTS / PerfTool.produce(bootstrap, OutboxRows.TOPIC, payloads, WARMING * EVENTS);
    }

    private void report() {
        double ceiling = Math.max(drained.median(), produced.median());
        Logger.getLogger("benchmark")
                .warn(String.format(
                        Locale.ROOT,
                        """

                        12-relay: %d events of %d bytes, %d rounds, medians
                          relay        %.2f of the slower ceiling  (%.0f events/s)
                          ceilings     ordered delete returning %.0f rows/s, kafka-producer-perf-test %.0f records/s
                          rounds       relay %s s, delete %s s, producer %s s
                        """,
                        EVENTS,
                        OutboxRows.body().length(),
                        relayed.count(),
                        ceiling / relayed.median(),
                        EVENTS / relayed.median(),
                        EVENTS / drained.median(),
                        EVENTS / produced.median(),
                        relayed,
                        drained,
                        produced));
    }
}
