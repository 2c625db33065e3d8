package org.laurel.stack.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.run.Leftovers;
import org.laurel.stack.run.RunState;
import org.laurel.stack.run.RunStateFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Empties the data of the stack. */
@Command(name = "reset", description = "Delete all data, keys, passwords and logs of the local stack. It must be down.")
final class ResetCommand implements Callable<Integer> {
    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    private final Console console;
    private final StackPaths paths;

    ResetCommand(Console console, StackPaths paths) {
        this.console = console;
        this.paths = paths;
    }

    @Override
    public Integer call() {
        RunStateFile stateFile = new RunStateFile(paths);
        if (stateFile.read().flatMap(RunState::supervisor).isPresent()) {
            throw new StackFailure("Laurel is running.", "Stop it first: ./laurel down");
        }
        if (!yes && !confirmed()) {
            throw new StackFailure("Nothing was deleted.", "Say yes, or call ./laurel reset --yes");
        }
        stateFile.read().ifPresent(Leftovers::stop);
        Stream.of(paths.postgres(), paths.kafka(), paths.secrets(), paths.keys(), paths.logs(), paths.run())
                .forEach(ResetCommand::delete);
        console.line("Deleted the data in " + paths.data() + ".");
        return 0;
    }

    private boolean confirmed() {
        String answer = console.ask("Delete all data in " + paths.data() + "? [y/N] ");
        return List.of("y", "yes").contains(answer);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
