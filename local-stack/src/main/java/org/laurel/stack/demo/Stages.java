package org.laurel.stack.demo;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Durations;

/** Times the stages of a large run: a progress bar while one is underway, a line with its rate when it is done. */
final class Stages {
    private static final int BAR_WIDTH = 100;
    private static final int REFRESH_MILLIS = 200;

    private final Console console;
    private final Patience patience;
    private final Verdict verdict;

    Stages(Console console, Patience patience, Verdict verdict) {
        this.console = console;
        this.patience = patience;
        this.verdict = verdict;
    }

    /** The clock of one stage, or of several that begin with the same act. */
    static final class Clock {
        private final long begin = System.nanoTime();

        Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - begin);
        }
    }

    /** Does work that counts its steps. */
    void work(String name, long steps, Clock clock, Consumer<Runnable> work) {
        AtomicLong done = new AtomicLong();
        try (ProgressBar bar = bar(name, steps)) {
            work.accept(() -> {
                done.incrementAndGet();
                bar.step();
            });
        }
        report(name, done.get(), clock.elapsed());
    }

    /** Waits until a count reaches its goal; that it does not is noted as missing. */
    void await(String name, long goal, Clock clock, LongSupplier count) {
        AtomicLong last = new AtomicLong();
        try (ProgressBar bar = bar(name, goal)) {
            Expectation reached = new Expectation(name + ": " + grouped(goal), () -> {
                last.set(count.getAsLong());
                bar.stepTo(Math.min(goal, last.get()));
                return last.get() >= goal;
            });
            if (!patience.await(List.of(reached)).isEmpty()) {
                verdict.addMissing(List.of(name + ": " + grouped(last.get()) + " instead of " + grouped(goal)));
            }
        }
        report(name, last.get(), clock.elapsed());
    }

    private void report(String name, long count, Duration took) {
        console.unfinished("");
        double perSecond = count / Math.max(0.001, took.toMillis() / 1000.0);
        console.line("   " + console.style().good(console.style().tick())
                + String.format(
                        Locale.ROOT, " %-46s %,10d %10s %,10.0f/s", name, count, Durations.seconds(took), perSecond));
    }

    private ProgressBar bar(String name, long steps) {
        return new ProgressBarBuilder()
                .setTaskName("   " + name)
                .setInitialMax(steps)
                .setStyle(console.style().symbols() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .setConsumer(new DelegatingProgressBarConsumer(console::unfinished, BAR_WIDTH))
                .build();
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
