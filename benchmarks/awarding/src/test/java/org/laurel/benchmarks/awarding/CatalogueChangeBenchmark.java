package org.laurel.benchmarks.awarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.measuring.Heap;
import org.laurel.measuring.Stopwatch;
import org.laurel.measuring.Timings;
import org.laurel.measuring.Waiting;
import org.laurel.programs.credential.app.ProgramEvaluation;
import org.laurel.programs.credential.domain.EvaluateLearner;
import org.laurel.programs.evaluation.app.EvaluationJobs;
import org.laurel.programs.repair.app.RepairStart;
import org.laurel.programs.repair.app.StartRepair;
import org.laurel.programs.repair.domain.RepairScope;

/**
 * A change of the catalogue that completes a program for many learners, and a repair that finds as many credentials missing, beside
 * the same work one learner at a time. Asserts counts, never times.
 */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CatalogueChangeBenchmark {

    private static final int LEARNERS = Integer.getInteger("benchmark.learners", 2_000);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 1);
    private static final int CHUNK = 1_000;
    private static final int MOST_ALONE = 3_000;
    private static final Cause CAUSE = Cause.of("/bench", "alone");

    @Inject
    Seed seed;

    @Inject
    ProgramEvaluation evaluation;

    @Inject
    RepairStart repairs;

    private final Timings changes = new Timings();
    private final Timings repaired = new Timings();
    private final Timings alone = new Timings();
    private final List<String> changeHeaps = new ArrayList<>();
    private final List<String> repairHeaps = new ArrayList<>();

    @Test
    void measures() {
        // The first round of each warms up and does not count.
        for (int round = -1; round < ROUNDS; round++) {
            double change = change();
            double repair = repair();
            double single = oneAtATime();
            if (round >= 0) {
                changes.add(change);
                repaired.add(repair);
                alone.add(single);
            }
        }
        report();
    }

    /** Seconds for everybody. */
    private double change() {
        seed.plant(LEARNERS);
        return timed(changeHeaps, () -> {
            seed.define(List.of(Seed.FIRST));
            return Database.current().number("select max(id) from job where kind = ?", EvaluationJobs.PROGRAM);
        });
    }

    /** Seconds for everybody. */
    private double repair() {
        seed.plantFacts(LEARNERS);
        return timed(repairHeaps, () -> {
            long id = repairs.apply(List.of(new StartRepair(
                            new RepairScope(List.of(Seed.PROGRAM), List.of(), null),
                            List.of(),
                            true,
                            true,
                            false,
                            CHUNK,
                            Duration.ZERO,
                            CAUSE)))
                    .getFirst();
            return Database.current().number("select job_id from repair where id = ?", id);
        });
    }

    /** Seconds for each learner, whose program is complete and who is evaluated in a transaction of its own. */
    private double oneAtATime() {
        seed.plant(LEARNERS);
        int count = Math.min(LEARNERS, MOST_ALONE);
        seed.define(List.of(Seed.FIRST));
        awaitEnd(Database.current().number("select max(id) from job where kind = ?", EvaluationJobs.PROGRAM));
        Database.current().execute("truncate program_credential, program_credential_history cascade");
        Database.current().awaitEmptyOutbox();
        Stopwatch watch = new Stopwatch();
        for (int number = 0; number < count; number++) {
            evaluation.apply(List.of(new EvaluateLearner(Seed.learner(number), Seed.PROGRAM, CAUSE)));
        }
        double seconds = watch.seconds();
        assertThat(Database.current().count("program_credential")).isEqualTo(count);
        Database.current().awaitEmptyOutbox();
        return seconds / count;
    }

    private double timed(List<String> heaps, Supplier<Long> begin) {
        double before = Heap.kept();
        Stopwatch watch = new Stopwatch();
        double most = awaitEnd(begin.get());
        double seconds = watch.seconds();
        Database.current().awaitEmptyOutbox();
        heaps.add(String.format(Locale.ROOT, "%.0f → %.0f (in use at most %.0f)", before, Heap.kept(), most));
        assertEachOnce();
        return seconds;
    }

    /** Every learner holds the program's credential, in one version, and is counted once. */
    private static void assertEachOnce() {
        Database database = Database.current();
        assertThat(database.count("program_credential")).isEqualTo(LEARNERS);
        assertThat(database.count("program_credential_history")).isEqualTo(LEARNERS);
        assertThat(database.number("select done from job order by id desc limit 1"))
                .isEqualTo(LEARNERS);
    }

    /** Waits for the end of a job; returns the most megabytes that were in use meanwhile, garbage included. */
    private static double awaitEnd(long job) {
        List<Double> used = new ArrayList<>();
        Waiting.until(() -> {
            used.add(Heap.inUse());
            return "done".equals(Database.current().value("select state from job where id = ?", job));
        });
        return Collections.max(used);
    }

    private void report() {
        double change = changes.median() / LEARNERS;
        double repair = repaired.median() / LEARNERS;
        double single = alone.median();
        Logger.getLogger("benchmark")
                .warn(String.format(
                        Locale.ROOT,
                        """

                        07-catalogue-change: %d learners, %d rounds, medians
                          change       %.1f times one at a time  (%.0f learners/s, one at a time %.0f learners/s, %.2f ms each)
                          repair       %.1f times one at a time  (%.0f learners/s; makes the course credentials too)
                          rounds       change %s s, repair %s s
                          heap         change %s MB after collecting garbage, before → after; repair %s MB
                        """,
                        LEARNERS,
                        ROUNDS,
                        single / change,
                        1 / change,
                        1 / single,
                        1_000 * single,
                        single / repair,
                        1 / repair,
                        changes,
                        repaired,
                        changeHeaps,
                        repairHeaps));
    }
}
