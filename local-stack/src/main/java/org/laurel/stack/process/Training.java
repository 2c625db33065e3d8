package org.laurel.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.laurel.stack.StackFailure;

/**
 * The recording of a {@link StartCache}. Services start without one, too, so whatever goes wrong here goes no further.
 *
 * @param process runs the service once; its log tells why nothing was recorded
 */
public record Training(StartCache cache, ManagedProcess process) {
    private static final Duration STOP_GRACE = Duration.ofSeconds(5);

    /**
     * Runs it. What it has recorded is taken into use if it comes to its end within the limit; afterwards neither processes
     * nor drafts are left.
     *
     * @param command program and arguments
     * @param environment as {@link ManagedProcess#start}
     * @throws StackFailure only if this thread is interrupted
     */
    public void run(List<String> command, Map<String, String> environment, Duration limit) {
        try {
            // One of an earlier process with the same id is none of this recording.
            cache.discardDrafts();
            process.start(command, environment);
            process.awaitReadyOrEnd(() -> false, limit);
            cache.adopt();
        } catch (StackFailure | IOException | UncheckedIOException untrained) {
            // The service starts all the same, only slower.
        } finally {
            end();
        }
    }

    /** The JVM assembles the cache in a process of its own, which would outlive it. */
    private void end() {
        process.handle().ifPresent(recording -> recording.descendants().forEach(Training::kill));
        try {
            process.stop(STOP_GRACE);
            cache.discardDrafts();
        } catch (IOException | UncheckedIOException undeleted) {
            // The next training tries again.
        }
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
    }
}
