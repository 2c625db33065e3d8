package org.laurel.benchmarks.enrolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurel.benchmarks.enrolling.BulkCeiling.SampleEvent;
import org.laurel.enrollment.bulk.app.BulkSource;
import org.laurel.enrollment.bulk.app.BulkSubmission;
import org.laurel.enrollment.bulk.domain.BulkAction;
import org.laurel.enrollment.bulk.domain.BulkOrder;
import org.laurel.enrollment.enrollment.domain.Authority;
import org.laurel.events.Topic;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.measuring.Heap;
import org.laurel.measuring.RunReport;
import org.laurel.measuring.Stopwatch;
import org.laurel.measuring.Waiting;

/** A file of learners who are all enrolled, beside bare set-based writes of the same rows. Asserts counts, never times. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class BulkEnrollmentBenchmark {

    private static final int LEARNERS = Integer.getInteger("benchmark.learners", 2_000);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 1);
    private static final int CHUNK = 1_000;

    @Inject
    Seed seed;

    @Inject
    BulkSubmission submission;

    @Inject
    BulkCeiling ceiling;

    @TempDir
    Path folder;

    private final RunReport report = new RunReport();

    @Test
    void measures() throws IOException {
        Map<String, SampleEvent> bodies = sampleBodies();
        // The first round of each warms up and does not count.
        for (int round = -1; round < ROUNDS; round++) {
            double run = run();
            double bare = bare(bodies);
            if (round >= 0) {
                report.round(run, bare);
            }
        }
        Logger.getLogger("benchmark").warn(report.text("05-bulk-enrollment", LEARNERS));
    }

    private double run() throws IOException {
        seed.plant(LEARNERS);
        Path file = file(LEARNERS);
        double before = Heap.kept();
        Stopwatch watch = new Stopwatch();
        long list = submit(file);
        double highest = awaitEnd(list);
        double seconds = watch.seconds();
        Database.current().awaitEmptyOutbox();
        report.heap(String.format(Locale.ROOT, "%.0f → %.0f (in use at most %.0f)", before, Heap.kept(), highest));
        assertEachOnce(LEARNERS);
        assertThat(Database.current().number("select count(*) from bulk_enrollment_row where outcome = 'enrolled'"))
                .isEqualTo(LEARNERS);
        return seconds;
    }

    private double bare(Map<String, SampleEvent> bodies) throws IOException {
        seed.plant(LEARNERS);
        long list = submit(Files.write(folder.resolve("nobody.csv"), List.of("identifier", "nobody")));
        awaitEnd(list);
        double seconds = 0;
        for (int from = 0; from < LEARNERS; from += CHUNK) {
            BulkCeiling.Batch batch = BulkCeiling.prepare(list, from, Math.min(LEARNERS, from + CHUNK), bodies);
            Stopwatch watch = new Stopwatch();
            ceiling.write(batch);
            seconds += watch.seconds();
        }
        Database.current().awaitEmptyOutbox();
        assertEachOnce(LEARNERS);
        return seconds;
    }

    /** What the service publishes of a first enrollment, for the ceiling to write as many bytes. */
    private Map<String, SampleEvent> sampleBodies() throws IOException {
        seed.plant(1);
        try (KafkaProbe probe = KafkaProbe.fromNow(Topic.ENROLLMENTS.topicName(), Topic.LEARNERS.topicName())) {
            awaitEnd(submit(file(1)));
            Map<String, SampleEvent> bodies = new HashMap<>();
            for (Topic topic : List.of(Topic.ENROLLMENTS, Topic.LEARNERS)) {
                ReceivedEvent event = probe.awaitEvents(topic.topicName(), 1).getFirst();
                bodies.put(event.type(), new SampleEvent(topic, Objects.requireNonNull(event.text())));
            }
            return bodies;
        }
    }

    private Path file(int learners) throws IOException {
        List<String> lines = new ArrayList<>(learners + 1);
        lines.add("identifier");
        for (int number = 0; number < learners; number++) {
            lines.add(Seed.username(number));
        }
        return Files.write(folder.resolve("learners.csv"), lines);
    }

    private long submit(Path file) {
        BulkOrder order =
                new BulkOrder(BulkAction.ENROLL, null, false, null, Authority.STAFF, Cause.of("staff", "request"));
        return submission
                .apply(List.of(new BulkSubmission.Submit(
                        order, new BulkSource.SentFile(file, Seed.COURSE.value()), courseId -> true, mode -> true)))
                .getFirst();
    }

    /** Waits for the end; returns the most megabytes that were in use meanwhile, garbage included. */
    private static double awaitEnd(long list) {
        List<Double> used = new ArrayList<>();
        Waiting.until(() -> {
            used.add(Heap.inUse());
            return "done".equals(Database.current().value("select state from bulk_enrollment where id = ?", list));
        });
        return Collections.max(used);
    }

    /** Every learner is enrolled once, in one version, and told of once. */
    private static void assertEachOnce(int learners) {
        Database database = Database.current();
        assertThat(database.count("enrollment")).isEqualTo(learners);
        assertThat(database.count("enrollment_history")).isEqualTo(learners);
        assertThat(database.number("select count(*) from enrollment where is_active and version = 1"))
                .isEqualTo(learners);
        assertThat(database.number("select case when is_called then last_value else 0 end from outbox_place_seq"))
                .isEqualTo(2L * learners);
    }
}
