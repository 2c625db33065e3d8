package org.laurel.benchmarks.completing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.laurel.completion.progress.db.ProgressReading;
import org.laurel.completion.progress.db.ProgressReading.Wanted;
import org.laurel.completion.progress.domain.Extent;
import org.laurel.completion.progress.domain.ProgressView;
import org.laurel.completion.progress.domain.Tally;
import org.laurel.completion.progress.domain.Units;
import org.laurel.completion.structure.app.StructurePublishing;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.structure.domain.Viewer;
import org.laurel.completion.verification.domain.FullWalk;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.measuring.Heap;
import org.laurel.measuring.Stopwatch;
import org.laurel.measuring.Timings;
import org.laurel.measuring.Waiting;

/**
 * A new version of a course with many learners: the call, the first reads, the recount in the background; beside it one walk for each
 * learner. Asserts counts, never times.
 */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RepublishBenchmark {

    private static final int LEARNERS = Integer.getInteger("benchmark.learners", 200);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 1);
    private static final int BLOCKS = 2_000;
    private static final int EVERY = 10;
    private static final int PAGE = 100;
    private static final Extent ALL_SUMS = new Extent(Set.of("chapter", "sequential", "vertical"), null);
    private static final int MOST_ALONE = 1_000;

    @Inject
    Seed seed;

    @Inject
    ProgressReading reading;

    @Inject
    TreeWalk walk;

    private final Timings publishes = new Timings();
    private final Timings reads = new Timings();
    private final Timings jobs = new Timings();
    private final Timings alone = new Timings();
    private final Timings forcedOnes = new Timings();
    private final List<String> heaps = new ArrayList<>();

    @Test
    void measures() {
        // The first round warms up and does not count.
        for (int round = -1; round < ROUNDS; round++) {
            round(round >= 0);
        }
        report();
    }

    private void round(boolean counts) {
        seed.empty();
        Course before = Course.of("Republish", BLOCKS, 1);
        Course after = Course.of("Republish", BLOCKS, 2);
        seed.plant(before, LEARNERS, EVERY);
        double single = oneAtATime(after, false);
        double forced = oneAtATime(after, true);
        seed.count(before, LEARNERS);
        Database.current().awaitEmptyOutbox();
        Map<String, Tally> expected = expected(before, after);
        double heap = Heap.kept();
        Stopwatch watch = new Stopwatch();
        seed.publish(after);
        double published = watch.seconds();
        List<ProgressView> page = reading.of(
                IntStream.range(0, PAGE)
                        .mapToObj(number -> new Wanted(Seed.key(after, number), "user"))
                        .toList(),
                ALL_SUMS);
        double read = watch.seconds() - published;
        List<Double> inUse = awaitJob();
        double rebased = watch.seconds();
        assertThat(page).hasSize(PAGE).map(RepublishBenchmark::sums).containsOnly(expected);
        assertThat(stored()).isEqualTo(stored(expected, after));
        Database.current().awaitEmptyOutbox();
        heaps.add(heaps(heap, inUse));
        if (counts) {
            publishes.add(published);
            reads.add(read);
            jobs.add(rebased / LEARNERS);
            alone.add(single);
            forcedOnes.add(forced);
        }
    }

    /** The sums of every learner by a walk over the new version. */
    private static Map<String, Tally> expected(Course before, Course after) {
        Map<String, Long> values =
                Seed.completed(before, EVERY).stream().collect(Collectors.toMap(leaf -> leaf, leaf -> Units.ONE));
        return TreeWalk.through(after).sums(Viewer.ANYBODY, Instant.EPOCH, values);
    }

    private static Map<String, Tally> sums(ProgressView view) {
        return Objects.requireNonNull(view.view()).aggregates().stream()
                .collect(Collectors.toMap(Aggregate::blockKey, view::tally));
    }

    /** What is stored of all learners together: rows, what they earned and what they can, by block; the course under its key. */
    private static List<String> stored() {
        return Database.current().query("""
                        select block_key || ' ' || count(*) || ' ' || sum(earned) || ' ' || sum(possible) as line from (
                            select block_key, earned, possible from block_progress
                            union all
                            select p.course_key, p.earned, p.possible
                            from course_progress p join course_structure s on s.id = p.structure_id where s.version = 2) rows
                        group by block_key
                        """).stream()
                .map(row -> String.valueOf(row.get("line")))
                .sorted()
                .toList();
    }

    private static List<String> stored(Map<String, Tally> expected, Course course) {
        String root = course.structure().root();
        return expected.entrySet().stream()
                .filter(sum -> sum.getKey().equals(root) || sum.getValue().earned() > 0)
                .map(sum -> (sum.getKey().equals(root) ? course.key().value() : sum.getKey()) + " " + LEARNERS + " "
                        + sum.getValue().earned() * LEARNERS + " "
                        + sum.getValue().possible() * LEARNERS)
                .sorted()
                .toList();
    }

    private static String heaps(double before, List<Double> inUse) {
        int half = inUse.size() / 2;
        return String.format(
                Locale.ROOT,
                "%.0f → %.0f (in use at most %.0f in the first half, %.0f in the second)",
                before,
                Heap.kept(),
                inUse.subList(0, Math.max(1, half)).stream()
                        .max(Double::compare)
                        .orElseThrow(),
                inUse.subList(half, inUse.size()).stream().max(Double::compare).orElseThrow());
    }

    /** Seconds for each learner. */
    private double oneAtATime(Course after, boolean forced) {
        FullWalk shared = TreeWalk.through(after);
        int count = Math.min(LEARNERS, MOST_ALONE);
        Stopwatch watch = new Stopwatch();
        for (int number = 0; number < count; number++) {
            walk.recount(forced ? TreeWalk.through(after) : shared, Seed.key(after, number), forced);
        }
        return watch.seconds() / count;
    }

    /** Waits for the end of the recount; returns the megabytes that were in use meanwhile, garbage included. */
    private static List<Double> awaitJob() {
        List<Double> used = new ArrayList<>();
        Waiting.until(() -> {
            used.add(Heap.inUse());
            return Database.current()
                            .number(
                                    "select count(*) from job where kind = ? and state in ('waiting', 'running')",
                                    StructurePublishing.JOB)
                    == 0;
        });
        return used;
    }

    private void report() {
        double each = jobs.median();
        double single = alone.median();
        Logger.getLogger("benchmark")
                .warn(String.format(
                        Locale.ROOT,
                        """

                        10-republish: %d learners, %d blocks, %d rounds, medians
                          publish      %.0f ms for the call; all sums of a hundred learners right afterwards %.0f ms, by the new version
                          recount      %.0f learners/s, %.1f s for all; %.1f times a walk for each learner that writes what changed (%.2f ms),
                               %.1f times one that makes its own tree and writes all rows (%.2f ms)
                          heap         %s MB, before → after by round, after collecting garbage
                        """,
                        LEARNERS,
                        BLOCKS,
                        ROUNDS,
                        1_000 * publishes.median(),
                        1_000 * reads.median(),
                        1 / each,
                        each * LEARNERS,
                        single / each,
                        1_000 * single,
                        forcedOnes.median() / each,
                        1_000 * forcedOnes.median(),
                        heaps));
    }
}
