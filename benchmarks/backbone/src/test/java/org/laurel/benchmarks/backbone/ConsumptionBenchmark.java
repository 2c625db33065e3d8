package org.laurel.benchmarks.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.laurel.events.EventCatalogue;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.measuring.Stopwatch;
import org.laurel.measuring.Timings;
import org.laurel.measuring.Waiting;

/**
 * How fast a service with an empty handler works off a topic, beside Kafka's own tool that only fetches: events that are claimed
 * and committed in the database, and events that nobody here wants. Asserts counts, never times.
 */
@QuarkusTest
@QuarkusTestResource(
        value = LaurelInfrastructure.class,
        initArgs = @ResourceArg(name = LaurelInfrastructure.GATED, value = "false"))
class ConsumptionBenchmark {

    private static final String TOPIC = EventCatalogue.GRADE_CHANGED.topic().topicName();
    private static final int EVENTS = Integer.getInteger("benchmark.events", 5_000);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 1);

    /** Rounds that warm up and do not count; a short run to keep the benchmark working has one. */
    private static final int WARM_UP = ROUNDS > 1 ? 3 : 1;

    @Inject
    KafkaClientService kafka;

    @Inject
    MeterRegistry metrics;

    /** Records of the topic so far; the tool, which starts cold each time, fetches them all. */
    private int filled;

    private final Timings handled = new Timings();
    private final Timings ignored = new Timings();
    private final Timings fetched = new Timings();

    @Test
    void measures() {
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double wanted = wanted(round);
            double unwanted = unwanted(round);
            double tool = EVENTS / PerfTool.consume(bootstrap(), TOPIC, filled);
            if (round >= 0) {
                handled.add(wanted);
                ignored.add(unwanted);
                fetched.add(tool);
            }
        }
        assertThat(Database.current().parkedEvents()).isZero();
        report();
    }

    /** Events that the empty handler wants, to the commit of the last claim. */
    private double wanted(int round) {
        Database.current().execute("truncate inbox, key_lock");
        double seconds = worked(number -> grade(round, number), "handled");
        Database.current().awaitCount("inbox", EVENTS);
        return seconds;
    }

    /** Events on the same topic that nobody here wants. */
    private double unwanted(int round) {
        return worked(number -> passing(round, number), "ignored");
    }

    /** Fills the topic while consumption is paused, and returns the seconds from its end until all events are committed. */
    private double worked(IntFunction<PlatformEvent> event, String outcome) {
        long before = consumed(outcome);
        var consumer = kafka.getConsumer("events");
        consumer.pause().await().indefinitely();
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.erasures")) {
            probe.sendAll(IntStream.range(0, EVENTS).mapToObj(event).toList());
        }
        filled += EVENTS;
        assertThat(consumed(outcome)).as("consumed during the pause").isEqualTo(before);
        Stopwatch watch = new Stopwatch();
        consumer.resume().await().indefinitely();
        Waiting.until(() -> consumed(outcome) - before >= EVENTS);
        double seconds = watch.seconds();
        assertThat(consumed(outcome) - before).isEqualTo(EVENTS);
        return seconds;
    }

    /** Counted after the commit. */
    private long consumed(String outcome) {
        return (long)
                metrics.counter("laurel.events.consumed", "outcome", outcome).count();
    }

    private static PlatformEvent grade(int round, int number) {
        String learner = String.format(Locale.ROOT, "%08d", number);
        return PlatformEvent.of(EventCatalogue.GRADE_CHANGED.name(), learner, """
                {"learner_id":"%s","course_key":"course-v1:Bench+Backbone+2026","grade":0.87,"letter_grade":"B",\
                "occurred_at":"2026-03-02T10:15:30Z"}""".formatted(learner))
                .withId("grade-" + round + "-" + number);
    }

    private static PlatformEvent passing(int round, int number) {
        String learner = String.format(Locale.ROOT, "%08d", number);
        return PlatformEvent.of(EventCatalogue.PASSING_STATUS_CHANGED.name(), learner, """
                {"learner_id":"%s","course_key":"course-v1:Bench+Backbone+2026","passing":true,"grade":0.87,\
                "letter_grade":"B","occurred_at":"2026-03-02T10:15:30Z"}""".formatted(learner))
                .withId("passing-" + round + "-" + number);
    }

    private static String bootstrap() {
        return ConfigProvider.getConfig().getValue("laurel.kafka.bootstrap", String.class);
    }

    private void report() {
        double tool = fetched.median();
        Logger.getLogger("benchmark")
                .warn(String.format(
                        Locale.ROOT,
                        """

                        14-consumption: %d events, %d rounds, medians
                          handled      %.2f of kafka-consumer-perf-test  (%.0f events/s, claimed and committed)
                          not wanted   %.2f of kafka-consumer-perf-test  (%.0f events/s)
                          tool         %.0f records/s
                          rounds       handled %s s, not wanted %s s, tool %s s
                        """,
                        EVENTS,
                        handled.count(),
                        tool / handled.median(),
                        EVENTS / handled.median(),
                        tool / ignored.median(),
                        EVENTS / ignored.median(),
                        EVENTS / tool,
                        handled,
                        ignored,
                        fetched));
    }
}
