package org.laurel.stack.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a process again, and does not take a later one with the same id for it. */
final class RunningProcess {
    /** The system derives start times from the time it booted at, which a correction of the clock moves. */
    private static final long CLOCK_CORRECTION_MILLIS = 2_000;

    private RunningProcess() {}

    static Optional<ProcessHandle> find(long pid, long startedMillis) {
        return ProcessHandle.of(pid)
                .filter(process -> process.isAlive() && !isZombie(pid))
                .filter(process -> Math.abs(startedMillis(process) - startedMillis) <= CLOCK_CORRECTION_MILLIS);
    }

    /** Has ended, but nobody collected its exit code: common in containers without an init process. */
    private static boolean isZombie(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.anyMatch(line -> line.startsWith("State:") && line.contains("Z"));
        } catch (IOException | UncheckedIOException noSuchFile) {
            return false;
        }
    }

    static long startedMillis(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
