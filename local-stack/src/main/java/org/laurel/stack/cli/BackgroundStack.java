package org.laurel.stack.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.laurel.stack.Laurel;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.process.JavaCommand;
import org.laurel.stack.process.ManagedProcess;
import org.laurel.stack.run.RunState;
import org.laurel.stack.run.RunStateFile;

/** Starts a supervisor that outlives this process, and shows what it says until everything is ready. */
final class BackgroundStack {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final Console console;
    private final StackPaths paths;
    private final Path log;
    private int shown;

    BackgroundStack(Console console, StackPaths paths) {
        this.console = console;
        this.paths = paths;
        this.log = paths.log("stack");
    }

    /**
     * Starts it and returns when it is ready.
     *
     * @throws StackFailure if one runs already, or it ends before it is ready
     */
    void start(List<String> arguments) {
        RunStateFile stateFile = new RunStateFile(paths);
        if (stateFile.read().flatMap(RunState::supervisor).isPresent()) {
            throw new StackFailure("Laurel is already running.", "Look at it: ./laurel status. Stop it: ./laurel down");
        }
        ManagedProcess supervisor = new ManagedProcess("Laurel", log);
        JavaCommand command = JavaCommand.forLaurel(paths.home(), Laurel.class.getName(), arguments);
        supervisor.start(command.line(), Map.of("LAUREL_COLOR", console.style().colour() ? "always" : "never"));
        if (!supervisor.awaitReadyOrEnd(() -> isReady(stateFile), START_LIMIT)) {
            showNewLines();
            throw new StackFailure("Laurel did not start; the reason stands above.", "Everything it said: " + log);
        }
    }

    /** The last line of the welcome is the sign that everything has been said. */
    private boolean isReady(RunStateFile stateFile) {
        showNewLines();
        return stateFile.read().filter(RunState::ready).isPresent()
                && read().stream().anyMatch(line -> line.contains(Welcome.LAST_WORDS));
    }

    private void showNewLines() {
        List<String> lines = read();
        lines.subList(shown, lines.size()).forEach(console::line);
        shown = lines.size();
    }

    private List<String> read() {
        try {
            String text = Files.exists(log) ? Files.readString(log) : "";
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
