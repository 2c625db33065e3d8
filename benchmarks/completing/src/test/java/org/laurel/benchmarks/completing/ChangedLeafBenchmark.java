package org.laurel.benchmarks.completing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.laurel.completion.progress.app.ProgressAccounting;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.progress.domain.ProgressCommand.Submit;
import org.laurel.completion.progress.domain.Units;
import org.laurel.completion.verification.domain.FullWalk;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.measuring.StatementCount;
import org.laurel.measuring.Stopwatch;
import org.laurel.measuring.Timings;

/**
 * A changed leaf in courses of three sizes, beside a walk over the whole course. Sizes and ways alternate. Asserts counts, never
 * times.
 */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ChangedLeafBenchmark {

    private static final List<Integer> SIZES = List.of(100, 1_000, 10_000);
    private static final int LEARNERS = Math.min(250, Integer.getInteger("benchmark.learners", 200));
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 1);

    /** Statements of a batch at most, whatever its size. */
    private static final int MOST_STATEMENTS = 10;

    /** Batches of all learners of each size in a round. */
    private static final int BATCHES = 8;

    /** Learners who come one at a time in a round. */
    private static final int ALONE = Math.min(50, LEARNERS);

    @Inject
    Seed seed;

    @Inject
    ProgressAccounting accounting;

    @Inject
    TreeWalk walk;

    @Inject
    StatementCount statements;

    private int nth;

    /** What is measured of one size: milliseconds for each event. */
    private static final class Size {
        private final Course course;
        private final FullWalk walk;
        private final Timings kept = new Timings();
        private final Timings alone = new Timings();
        private final Timings batchWalks = new Timings();
        private final Timings walks = new Timings();
        private final Timings loadedWalks = new Timings();
        private long statements;

        Size(int blocks) {
            course = Course.of("Leaf" + blocks, blocks, 1);
            walk = TreeWalk.through(course);
        }
    }

    @Test
    void measures() {
        seed.empty();
        List<Size> sizes = SIZES.stream().map(Size::new).toList();
        sizes.forEach(size -> {
            assertThat(size.course.blocks()).isGreaterThan(90);
            seed.plant(size.course, LEARNERS, 2);
        });
        // The first rounds warm up and do not count.
        for (int round = -2; round < ROUNDS; round++) {
            together(sizes, round >= 0);
            for (Size size : sizes) {
                round(size, round >= 0);
            }
        }
        Logger.getLogger("benchmark").warn(report(sizes));
    }

    /** Batches of all sizes, one of each after the other: whatever else the database does hits all alike. */
    private void together(List<Size> sizes, boolean counts) {
        for (int batch = 0; batch < BATCHES; batch++) {
            for (Size size : sizes) {
                List<Submit> changes = changes(size.course, LEARNERS);
                Stopwatch watch = new Stopwatch();
                long sent = statements.during(() -> accounting.apply(List.<ProgressCommand>copyOf(changes)));
                double seconds = watch.seconds();
                assertThat(sent).as("statements of a batch").isLessThanOrEqualTo(MOST_STATEMENTS);
                if (counts) {
                    size.kept.add(1_000 * seconds / LEARNERS);
                    size.statements = Math.max(size.statements, sent);
                }
            }
        }
        Database.current().awaitEmptyOutbox();
    }

    private void round(Size size, boolean counts) {
        List<Submit> singles = changes(size.course, ALONE);
        Stopwatch singleWatch = new Stopwatch();
        singles.forEach(change -> accounting.apply(List.of(change)));
        double alone = singleWatch.seconds();
        Database.current().awaitEmptyOutbox();
        List<Submit> together = changes(size.course, LEARNERS);
        Stopwatch batchWatch = new Stopwatch();
        walk.submit(size.walk, together);
        double batchWalk = batchWatch.seconds();
        double walks = oneAtATime(size, false);
        double loadedWalks = oneAtATime(size, true);
        // Those who were walked have no row of the course: count them again.
        seed.count(size.course, LEARNERS);
        Database.current().awaitEmptyOutbox();
        if (counts) {
            size.alone.add(1_000 * alone / ALONE);
            size.batchWalks.add(1_000 * batchWalk / LEARNERS);
            size.walks.add(1_000 * walks / ALONE);
            size.loadedWalks.add(1_000 * loadedWalks / ALONE);
        }
    }

    private double oneAtATime(Size size, boolean ownTree) {
        List<Submit> changes = changes(size.course, ALONE);
        Stopwatch watch = new Stopwatch();
        changes.forEach(change -> walk.submit(ownTree ? TreeWalk.through(size.course) : size.walk, List.of(change)));
        return watch.seconds();
    }

    /** Each learner has another value for a leaf; which one changes from batch to batch. */
    private List<Submit> changes(Course course, int learners) {
        nth++;
        List<Submit> changes = new ArrayList<>();
        for (int number = 0; number < learners; number++) {
            String leaf =
                    course.leaves().get((nth * 31 + number) % course.leaves().size());
            changes.add(Seed.submit(course, number, leaf, Units.ONE * (1 + nth % 97) / 100, nth));
        }
        return changes;
    }

    private static String report(List<Size> sizes) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "%n08-changed-leaf: %d learners, %d rounds, medians, per event%n", LEARNERS, ROUNDS));
        double first = sizes.getFirst().kept.median();
        for (Size size : sizes) {
            double kept = size.kept.median();
            double alone = size.alone.median();
            text.append(String.format(
                    Locale.ROOT,
                    "  %,7d blocks   in batches %.3f ms, %.2f times that of the smallest, %d statements a batch; a walk in batches %.2f ms"
                            + " (%.0f times)%n                   alone %.2f ms; a walk alone %.2f ms (%.0f times; %.0f times an event in"
                            + " batches), one that makes its own tree %.2f ms (%.0f; %.0f)%n",
                    size.course.blocks(),
                    kept,
                    kept / first,
                    size.statements,
                    size.batchWalks.median(),
                    size.batchWalks.median() / kept,
                    alone,
                    size.walks.median(),
                    size.walks.median() / alone,
                    size.walks.median() / kept,
                    size.loadedWalks.median(),
                    size.loadedWalks.median() / alone,
                    size.loadedWalks.median() / kept));
        }
        sizes.forEach(size -> text.append(String.format(
                Locale.ROOT,
                "  batches of the course of %,d blocks %s ms, walks %s ms%n",
                size.course.blocks(),
                size.kept,
                size.walks)));
        return text.toString();
    }
}
