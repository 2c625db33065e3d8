package org.laurel.stack.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.laurel.stack.StackFailure;

/** Parts that still run although their supervisor was killed. */
public final class Leftovers {
    private static final Duration GRACE = Duration.ofSeconds(30);

    private Leftovers() {}

    /** Stops what is left, last started first, and returns the names. Harmless if nothing is left. */
    public static List<String> stop(RunState state) {
        return state.parts().reversed().stream()
                .filter(part -> part.pid() != state.pid())
                .filter(part -> part.process().filter(Leftovers::end).isPresent())
                .map(PartState::name)
                .toList();
    }

    /** Asks a process to end and kills it when it does not; true when it is gone. */
    public static boolean end(ProcessHandle process) {
        process.destroy();
        if (!endsInTime(process)) {
            process.destroyForcibly();
            return endsInTime(process);
        }
        return true;
    }

    private static boolean endsInTime(ProcessHandle process) {
        try {
            process.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while stopping.", "Run ./laurel down again.", interrupted);
        }
    }
}
