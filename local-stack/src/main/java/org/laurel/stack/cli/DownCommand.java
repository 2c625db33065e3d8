package org.laurel.stack.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Durations;
import org.laurel.stack.run.Leftovers;
import org.laurel.stack.run.RunState;
import org.laurel.stack.run.RunStateFile;
import picocli.CommandLine.Command;

/** Stops the stack. */
@Command(name = "down", description = "Stop everything that ./laurel up started. The data stays.")
final class DownCommand implements Callable<Integer> {
    private final Console console;
    private final StackPaths paths;

    DownCommand(Console console, StackPaths paths) {
        this.console = console;
        this.paths = paths;
    }

    @Override
    public Integer call() {
        Optional<RunState> state = new RunStateFile(paths).read();
        if (state.isEmpty()) {
            console.line("Laurel is not running.");
            return 0;
        }
        Instant begin = Instant.now();
        console.unfinished("Stopping Laurel ...");
        state.flatMap(RunState::supervisor).ifPresent(DownCommand::end);
        List<String> leftovers = Leftovers.stop(state.get());
        console.unfinished("");
        if (!leftovers.isEmpty()) {
            console.line("Stopped what a killed supervisor had left: " + String.join(", ", leftovers) + ".");
        }
        console.line("Laurel is stopped (" + Durations.seconds(Duration.between(begin, Instant.now())) + ").");
        return 0;
    }

    private static void end(ProcessHandle supervisor) {
        if (!Leftovers.end(supervisor)) {
            throw new StackFailure(
                    "The supervisor " + supervisor.pid() + " does not stop.", "Stop it yourself: kill -9.");
        }
    }
}
