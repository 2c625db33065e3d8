package org.laurel.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackFailure;

/**
 * A child process with a log file. It ignores the keyboard's interrupt and the closing of the terminal, which reach
 * every process of a terminal at once: only its parent decides when it stops.
 */
public final class ManagedProcess {
    private static final String DEAF_TO_THE_TERMINAL =
            "trap '' INT HUP; command -v setsid >/dev/null && exec setsid \"$@\"; exec \"$@\"";
    /** By default glibc keeps freed native memory in eight pools per processor. */
    private static final String MALLOC_ARENAS = "2";

    private static final Duration BETWEEN_PROBES = Duration.ofMillis(100);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(30);

    private final String name;
    private final Path log;
    private volatile @Nullable Process process;

    public ManagedProcess(String name, Path log) {
        this.name = name;
        this.log = log;
    }

    /**
     * Starts the process; the log of the run before is kept beside it as {@code NAME.log.previous}.
     *
     * @param environment replaces every variable of this process whose name begins with {@code LAUREL_}
     * @throws StackFailure if the program cannot be run
     */
    public void start(List<String> command, Map<String, String> environment) {
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", DEAF_TO_THE_TERMINAL, "sh"));
        line.addAll(command);
        try {
            keepPreviousLog();
            ProcessBuilder builder = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(variable -> variable.startsWith("LAUREL_"));
            builder.environment().putIfAbsent("MALLOC_ARENA_MAX", MALLOC_ARENAS);
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException failure) {
            throw new StackFailure(
                    name + " cannot be started: " + failure.getMessage(),
                    "Check that " + log + " can be written.",
                    failure);
        }
    }

    /**
     * Waits until the process is ready.
     *
     * @throws StackFailure if it ends before, or is not ready within the limit; it then still runs
     */
    public void awaitReady(BooleanSupplier ready, Duration limit) {
        if (!awaitReadyOrEnd(ready, limit)) {
            throw failure("stopped while starting (exit code " + running().exitValue() + ")");
        }
    }

    /**
     * Waits until the process is ready or has ended.
     *
     * @return whether it is ready
     * @throws StackFailure if neither happens within the limit
     */
    public boolean awaitReadyOrEnd(BooleanSupplier ready, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (endsWithin(BETWEEN_PROBES)) {
                return false;
            }
            if (System.nanoTime() > deadline) {
                throw failure("is not ready after " + limit.toSeconds() + " s");
            }
        }
        return true;
    }

    /**
     * Waits until a process that does one thing has done it.
     *
     * @throws StackFailure if it fails or takes longer than the limit
     */
    public void awaitSuccess(Duration limit) {
        if (!endsWithin(limit)) {
            throw failure("is not done after " + limit.toSeconds() + " s");
        }
        if (running().exitValue() != 0) {
            throw failure("failed (exit code " + running().exitValue() + ")");
        }
    }

    /**
     * Asks the process to stop, kills it when it still runs after the grace period, and waits until it is gone; for a killed one
     * half a minute at most.
     */
    public void stop(Duration grace) {
        Process current = process;
        if (current == null) {
            return;
        }
        current.destroy();
        if (!endsWithin(grace)) {
            current.destroyForcibly();
            endsWithin(KILL_LIMIT);
        }
    }

    /** The running process; empty before the start and after the end. */
    public Optional<ProcessHandle> handle() {
        return Optional.ofNullable(process).map(Process::toHandle).filter(ProcessHandle::isAlive);
    }

    public Path log() {
        return log;
    }

    private Process running() {
        Process current = process;
        if (current == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return current;
    }

    private boolean endsWithin(Duration time) {
        try {
            return running().waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure(
                    "Interrupted while waiting for " + name + ".", "Run the command again.", interrupted);
        }
    }

    private StackFailure failure(String what) {
        String lastLine = LogFile.lastMessage(log).map(line -> ": " + line).orElse(".");
        return new StackFailure(name + " " + what + lastLine, "Its log: " + log);
    }

    private void keepPreviousLog() {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            if (Files.exists(log)) {
                Path previous = log.resolveSibling(log.getFileName() + ".previous");
                Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
