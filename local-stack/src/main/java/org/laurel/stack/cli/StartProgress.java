package org.laurel.stack.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.laurel.stack.Part;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackListener;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Durations;
import org.laurel.stack.console.Style;

/** Shows what is starting and how long it took: one line per part, and a turning wheel for those on their way. */
final class StartProgress implements StackListener, AutoCloseable {
    private final Console console;
    private final Style style;
    private final Instant begin = Instant.now();
    private final List<String> underway = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("laurel-progress").factory());
    private final ScheduledFuture<?> ticking;
    private long step;
    private boolean stopping;

    StartProgress(Console console) {
        this.console = console;
        this.style = console.style();
        this.ticking = clock.scheduleAtFixedRate(this::turn, 0, 120, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void starting(Part part) {
        underway.add(part.name());
    }

    @Override
    public synchronized void ready(Part part, Duration took) {
        underway.remove(part.name());
        show();
        String facts =
                String.format(Locale.ROOT, "%-14s port %-6d %8s", part.name(), part.port(), Durations.seconds(took));
        console.line("  " + style.good(style.tick()) + " " + facts);
    }

    @Override
    public synchronized void stopping(Part part) {
        underway.clear();
        show();
        if (!stopping) {
            stopping = true;
            console.line();
            console.line(style.strong("Laurel is stopping"));
        }
    }

    @Override
    public void stopped(Part part) {
        console.line("  " + style.faint("stopped " + part.name()));
    }

    @Override
    public void crashed(Part part, StackFailure failure) {
        console.failure(failure.what(), failure.advice());
    }

    /** Seconds since the start began. */
    Duration elapsed() {
        return Duration.between(begin, Instant.now());
    }

    @Override
    public void close() {
        ticking.cancel(false);
        clock.shutdownNow();
        console.unfinished("");
    }

    private synchronized void turn() {
        step++;
        show();
    }

    private void show() {
        console.unfinished(
                underway.isEmpty()
                        ? ""
                        : "  " + style.warn(style.wheel(step)) + " "
                                + style.faint("starting " + String.join(", ", underway) + "  "
                                        + Durations.seconds(elapsed())));
    }
}
