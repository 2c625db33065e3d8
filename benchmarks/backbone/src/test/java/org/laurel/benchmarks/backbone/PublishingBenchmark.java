package org.laurel.benchmarks.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.measuring.Stopwatch;
import org.laurel.measuring.Waiting;

/**
 * How long an event is under way from its commit to a consumer, at half of the relay's highest rate, while transactions append
 * all the time; beside it what a commit alone takes. Asserts counts, never times.
 */
@QuarkusTest
@QuarkusTestResource(
        value = LaurelInfrastructure.class,
        initArgs = @ResourceArg(name = LaurelInfrastructure.GATED, value = "false"))
class PublishingBenchmark {

    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 1);
    private static final int WRITERS = 4;
    private static final int WARMING = 50;
    /** Transactions of each writer to find the highest rate with, for each second of the measured stretch. */
    private static final int FULL = 50;

    /** What a stretch came to: events published per second, and milliseconds from commit to arrival, sorted. */
    private record Stretch(double perSecond, List<Double> millis) {

        double quantile(double share) {
            return millis.get((int) Math.ceil(millis.size() * share) - 1);
        }
    }

    @Test
    void measures() {
        // The first warms up and does not count.
        stretch("warm", FULL * SECONDS, Double.NaN);
        double highest = stretch("full", FULL * SECONDS, Double.NaN).perSecond();
        double transactions = highest / 2 / Appending.EVENTS / WRITERS;
        Stretch half = stretch("half", (int) Math.ceil(transactions * SECONDS), transactions);
        report(highest, half, commitAlone());
    }

    /** Lets the writers commit, each so many transactions, at a rate each or as fast as it goes, and waits for all events. */
    private static Stretch stretch(String name, int transactions, double rate) {
        List<Appending> writers = new ArrayList<>();
        for (int number = 0; number < WRITERS; number++) {
            writers.add(new Appending(name + number));
        }
        try (Arrivals arrivals = new Arrivals(OutboxRows.TOPIC)) {
            Stopwatch watch = new Stopwatch();
            List<Thread> threads = writers.stream()
                    .map(writer -> Thread.ofPlatform().start(() -> writer.run(transactions, rate)))
                    .toList();
            Waiting.until(() -> arrivals.received() >= (long) WRITERS * transactions * Appending.EVENTS);
            double seconds = watch.seconds();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(arrivals.received()).isEqualTo((long) WRITERS * transactions * Appending.EVENTS);
            Database.current().awaitEmptyOutbox();
            return new Stretch(WRITERS * transactions * Appending.EVENTS / seconds, millis(writers, arrivals));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            writers.forEach(Appending::close);
        }
    }

    /** An event may arrive before its writer hears of the commit: that counts as nothing. */
    private static List<Double> millis(List<Appending> writers, Arrivals arrivals) {
        return writers.stream()
                .flatMap(writer -> writer.committed().entrySet().stream())
                .map(commit -> Math.max(0, arrivals.last(commit.getKey()) - commit.getValue()) / 1e6)
                .sorted()
                .toList();
    }

    /** The calibration: what one transaction takes with nothing else going on, in milliseconds. */
    private static double commitAlone() {
        try (Appending writer = new Appending("alone")) {
            Stopwatch watch = new Stopwatch();
            writer.run(WARMING, Double.NaN);
            double millis = watch.seconds() * 1_000 / WARMING;
            Database.current().awaitEmptyOutbox();
            return millis;
        }
    }

    private static void report(double highest, Stretch half, double commit) {
        Logger.getLogger("benchmark")
                .warn(String.format(
                        Locale.ROOT,
                        """

                        13-publishing: %d transactions of %d events at half load, %d s
                          commit to consumer  p50 %.1f ms, p99 %.1f ms, longest %.1f ms
                          load                %.0f of at most %.0f events/s
                          calibration         a transaction of one writer alone takes %.1f ms
                        """,
                        half.millis().size(),
                        Appending.EVENTS,
                        SECONDS,
                        half.quantile(0.5),
                        half.quantile(0.99),
                        half.quantile(1),
                        half.perSecond(),
                        highest,
                        commit));
    }
}
