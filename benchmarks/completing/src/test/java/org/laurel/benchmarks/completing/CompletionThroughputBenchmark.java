package org.laurel.benchmarks.completing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.laurel.completion.progress.app.ProgressAccounting;
import org.laurel.completion.progress.db.CounterStore;
import org.laurel.completion.progress.domain.Count;
import org.laurel.completion.progress.domain.Counter;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.progress.domain.ProgressCommand.Submit;
import org.laurel.completion.progress.domain.Units;
import org.laurel.completion.structure.domain.StructureBlock;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.measuring.Cost;
import org.laurel.measuring.EventReport;
import org.laurel.measuring.OutboxEnd;
import org.laurel.measuring.StatementCount;
import org.laurel.measuring.Stopwatch;
import org.laurel.measuring.Timings;
import org.laurel.measuring.TopicEnd;

/**
 * From completion events in Kafka to committed sums and to their events back in Kafka, and from batches handed to the use case, beside
 * the ceiling of bare set-based writes of the same rows. All alternate; each round starts from the same state. Asserts counts,
 * never times.
 */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CompletionThroughputBenchmark {

    private static final int EVENTS = Integer.getInteger("benchmark.events", 2_000);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 1);
    private static final int BATCH = 500;
    private static final int BLOCKS = 1_000;
    private static final int EVERY = 40;

    /** What each event tells: a vertical, a sequential, a chapter and the course. */
    private static final long TOLD = 4;

    private static final String PUBLISHED = "laurel.completions";

    private static final String OUTBOX_ROWS =
            "select case when is_called then last_value else 0 end from outbox_place_seq";

    /** Rows that are inserted; those that are updated in both ways do not show. */
    private static final String ROWS_WRITTEN = """
            select (select count(*) from inbox) + (select count(*) from block_completion) + (select count(*) from block_progress)
                 + (select count(*) from course_progress) + (select count(*) from completion_counter_delta)
            """;

    @Inject
    Seed seed;

    @Inject
    ProgressAccounting accounting;

    @Inject
    Ceiling ceiling;

    @Inject
    KafkaClientService kafka;

    @Inject
    StatementCount statements;

    @Inject
    Sql sql;

    private final Course course = Course.of("Throughput", BLOCKS, 1);
    private final EventReport report = new EventReport();
    private final Timings useCase = new Timings();
    private final Timings bare = new Timings();
    private List<Ceiling.Batch> batches = List.of();

    @Test
    void measures() {
        // The first round of each warms up and does not count.
        for (int round = -1; round < ROUNDS; round++) {
            EventReport into = round < 0 ? new EventReport() : report;
            double applied = useCase();
            if (round < 0) {
                batches = prepare();
            }
            service(round, into);
            double written = ceiling(false, new EventReport());
            ceiling(true, into);
            if (round >= 0) {
                useCase.add(applied);
                bare.add(written);
            }
        }
        Logger.getLogger("benchmark").warn(report.text("09-completion-throughput", EVENTS) + text());
    }

    private String text() {
        double applied = useCase.median();
        double written = bare.median();
        return String.format(
                Locale.ROOT,
                "  use case     %.2f of the ceiling without claims  (%.0f events/s, ceiling %.0f events/s; rounds %s s, %s s)%n",
                written / applied,
                EVENTS / applied,
                EVENTS / written,
                useCase,
                bare);
    }

    /** Learners who have completed every fortieth leaf. */
    private void plant() {
        seed.empty();
        seed.plant(course, EVENTS, EVERY);
    }

    /** Another leaf for each learner, of which nothing was known. */
    private List<Submit> commands() {
        List<String> open = new ArrayList<>(course.leaves());
        open.removeAll(Seed.completed(course, EVERY));
        List<Submit> commands = new ArrayList<>(EVENTS);
        for (int number = 0; number < EVENTS; number++) {
            commands.add(Seed.submit(course, number, open.get(number % open.size()), Units.ONE, 1));
        }
        return commands;
    }

    private double useCase() {
        plant();
        List<Submit> commands = commands();
        Stopwatch watch = new Stopwatch();
        for (int from = 0; from < EVENTS; from += BATCH) {
            accounting.apply(List.<ProgressCommand>copyOf(commands.subList(from, Math.min(EVENTS, from + BATCH))));
        }
        double seconds = watch.seconds();
        assertThat(Database.current().number(OUTBOX_ROWS)).isEqualTo(TOLD * EVENTS);
        Database.current().awaitEmptyOutbox();
        return seconds;
    }

    private List<Ceiling.Batch> prepare() {
        Map<String, List<String>> above = new HashMap<>();
        Map<String, String> parents = new HashMap<>();
        for (StructureBlock block : course.structure().blocks()) {
            block.children().forEach(child -> parents.put(child, block.blockKey()));
        }
        for (String leaf : course.leaves()) {
            List<String> path = new ArrayList<>();
            for (String at = parents.get(leaf); at != null && parents.containsKey(at); at = parents.get(at)) {
                path.add(at);
            }
            above.put(leaf, path);
        }
        return ceiling.prepare(commands(), BATCH, above, sampleBodies(), movements());
    }

    /** What the service notes of a batch; read before it commits, since folding comes soon after. */
    private List<CounterStore.Moved> movements() {
        List<ProgressCommand> batch = commands().stream()
                .limit(BATCH)
                .<ProgressCommand>map(one -> Seed.submit(
                        course, Integer.parseInt(one.key().learnerId().value()), one.blockKey(), Units.ONE / 2, 2))
                .toList();
        List<CounterStore.Moved> moved = QuarkusTransaction.requiringNew().call(() -> {
            accounting.apply(batch);
            return sql.query(
                    "select * from completion_counter_delta where xmin = pg_current_xact_id()::xid",
                    row -> new CounterStore.Moved(
                            course.key(),
                            new Counter(Counter.Kind.valueOf(Row.text(row, "kind")), Row.text(row, "item"), "", ""),
                            Count.NONE));
        });
        Database.current().awaitEmptyOutbox();
        return moved;
    }

    /** The bodies of what the service publishes of one event. */
    private List<Map.Entry<String, String>> sampleBodies() {
        try (KafkaProbe probe = KafkaProbe.fromNow(PUBLISHED)) {
            accounting.apply(
                    List.of(Seed.submit(course, 0, commands().getFirst().blockKey(), Units.ONE / 4, 3)));
            return probe.awaitEvents(PUBLISHED, (int) TOLD).stream()
                    .map(event -> Map.entry(event.type(), Objects.requireNonNull(event.text())))
                    .toList();
        }
    }

    private void service(int round, EventReport into) {
        plant();
        var consumer = kafka.getConsumer("events");
        consumer.pause().await().indefinitely();
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.erasures");
                TopicEnd end = new TopicEnd(PUBLISHED);
                OutboxEnd outbox = new OutboxEnd()) {
            probe.sendAll(events(round));
            Cost before = costNow();
            Stopwatch watch = new Stopwatch();
            consumer.resume().await().indefinitely();
            outbox.awaitCommitted(TOLD * EVENTS);
            into.service(watch.seconds(), costNow().since(before));
            end.awaitReceived(TOLD * EVENTS);
            into.published(watch.seconds());
            Database.current().awaitEmptyOutbox();
            assertThat(end.received()).isEqualTo(TOLD * EVENTS);
            assertThat(Database.current().parkedEvents()).isZero();
        }
    }

    private List<PlatformEvent> events(int round) {
        return commands().stream()
                .map(command -> PlatformEvent.of(
                                "org.laurel.block-completion.submitted.v1",
                                command.key().learnerId().value(),
                                """
                                {"learner_id": "%s", "course_key": "%s", "block_key": "%s", "completion": 1, "occurred_at": "%s"}""".formatted(
                                                command.key().learnerId(),
                                                course.key(),
                                                command.blockKey(),
                                                command.place().occurredAt()))
                        .withSource("/bench")
                        .withId("completion-of-learner-number-" + command.key().learnerId() + "-" + round))
                .toList();
    }

    private double ceiling(boolean claimed, EventReport into) {
        plant();
        Cost before = costNow();
        Stopwatch watch = new Stopwatch();
        ceiling.write(batches, claimed);
        double seconds = watch.seconds();
        into.ceiling(seconds, costNow().since(before));
        assertThat(Database.current().number(OUTBOX_ROWS)).isEqualTo(TOLD * EVENTS);
        Database.current().awaitEmptyOutbox();
        return seconds;
    }

    private Cost costNow() {
        return Cost.now(statements, ROWS_WRITTEN);
    }
}
