package org.laurel.benchmarks.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.generation.app.GenerationStart;
import org.laurel.certificates.generation.app.RunStart;
import org.laurel.certificates.generation.app.StartRun;
import org.laurel.certificates.generation.domain.Selector;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.Gate;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.measuring.Heap;
import org.laurel.measuring.RunReport;
import org.laurel.measuring.Stopwatch;
import org.laurel.measuring.Waiting;

/**
 * A generation run over learners who pass, beside the ceiling of bare set-based writes of the same rows; and a run whose way to
 * the database is cut in the middle of its work. Asserts counts, never times.
 */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class GenerationRunBenchmark {

    private static final int LEARNERS = Integer.getInteger("benchmark.learners", 2_000);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 1);
    private static final int CHUNK = 1_000;

    @Inject
    Seed seed;

    @Inject
    Ceiling ceiling;

    @Inject
    GenerationStart generation;

    private final Gate postgres = LaurelInfrastructure.postgres();
    private final RunReport report = new RunReport();

    @AfterEach
    void restoreTheWayToTheDatabase() {
        postgres.restore();
    }

    @Test
    void measures() {
        String body = Rounds.sampleBody(seed);
        // The first round of each warms up and does not count.
        for (int round = -1; round < ROUNDS; round++) {
            double run = run();
            double bare = bare(body);
            if (round >= 0) {
                report.round(run, bare);
            }
        }
        Logger.getLogger("benchmark").warn(report.text("03-generation-run", LEARNERS));
    }

    @Test
    void goesOnWhereItWasCutOff() throws SQLException {
        // Given
        seed.plantPassing(LEARNERS);
        int chunk = Math.clamp(LEARNERS / 20, 1, CHUNK);
        Connection other = connection();
        try {
            lock(other, Seed.learner(2 * chunk));
            long job = start(chunk);
            Waiting.until(() -> Database.current().count("certificate") > 0
                    && Database.current().number("""
                                    select count(*) from pg_stat_activity
                                    where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0
                                    """) > 0);

            // When
            postgres.cut();
            long granted = Database.current().count("certificate");
            postgres.restore();
            awaitEnd(job);

            // Then
            assertThat(granted).as("granted when it was cut off").isPositive().isLessThan(LEARNERS);
            assertEachOnce(job);
            Logger.getLogger("benchmark")
                    .warnf(
                            "03-generation-run: cut off after %d of %d learners, nobody twice, nobody left out",
                            granted, LEARNERS);
        } finally {
            other.abort(Runnable::run);
        }
    }

    /** The way to the database that the service goes. */
    private static Connection connection() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("laurel.db.url", String.class),
                config.getValue("laurel.db.user", String.class),
                config.getValue("laurel.db.password", String.class));
    }

    /** Keeps the run in the chunk of this learner until the connection ends, with the cut at the latest. */
    private static void lock(Connection connection, LearnerId learner) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement("select 1 from key_lock where key = ? for update")) {
            lock.setString(1, learner.value());
            assertThat(lock.executeQuery().next()).isTrue();
        }
    }

    private double run() {
        seed.plantPassing(LEARNERS);
        double before = Heap.kept();
        Stopwatch watch = new Stopwatch();
        long job = start(CHUNK);
        awaitEnd(job);
        double seconds = watch.seconds();
        Database.current().awaitEmptyOutbox();
        report.heap(String.format(Locale.ROOT, "%.0f → %.0f", before, Heap.kept()));
        assertEachOnce(job);
        return seconds;
    }

    private double bare(String body) {
        seed.plantPassing(LEARNERS);
        double seconds = 0;
        for (int from = 0; from < LEARNERS; from += CHUNK) {
            int to = Math.min(LEARNERS, from + CHUNK);
            Ceiling.Batch chunk = Ceiling.prepareChunk(from, to, Instant.now(), "run:1", body);
            Stopwatch watch = new Stopwatch();
            ceiling.write(chunk);
            seconds += watch.seconds();
        }
        assertThat(Database.current().count("certificate")).isEqualTo(LEARNERS);
        Database.current().awaitEmptyOutbox();
        return seconds;
    }

    private long start(int chunk) {
        StartRun command = new StartRun(
                Seed.COURSE, Selector.REGULAR, List.of(), chunk, Duration.ZERO, Cause.of("staff", "request"));
        RunStart.Begun begun =
                (RunStart.Begun) generation.apply(List.of(command)).getFirst();
        assertThat(begun.total()).isEqualTo(LEARNERS);
        return begun.jobId();
    }

    private static void awaitEnd(long job) {
        Waiting.until(() -> "done".equals(Database.current().value("select state from job where id = ?", job)));
    }

    /** Every learner has one certificate with one version and one request, and is counted once. */
    private static void assertEachOnce(long job) {
        Database database = Database.current();
        assertThat(database.count("certificate")).isEqualTo(LEARNERS);
        assertThat(database.count("certificate_history")).isEqualTo(LEARNERS);
        assertThat(database.number("select count(*) from standing_fact where kind = 11"))
                .isEqualTo(LEARNERS);
        assertThat(database.number("select done from job where id = " + job)).isEqualTo(LEARNERS);
        assertThat(database.number("select count(*) from certificate where status = 'downloadable'"))
                .isEqualTo(LEARNERS);
    }
}
