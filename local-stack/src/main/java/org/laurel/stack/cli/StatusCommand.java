package org.laurel.stack.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Columns;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Durations;
import org.laurel.stack.console.Style;
import org.laurel.stack.process.Ports;
import org.laurel.stack.run.MemoryUse;
import org.laurel.stack.run.PartState;
import org.laurel.stack.run.RunState;
import org.laurel.stack.run.RunStateFile;
import picocli.CommandLine.Command;

/** Shows what runs. */
@Command(
        name = "status",
        description = "Show every part: process, port, state, resident memory and how long it has been running.",
        footer = {
            "",
            "Memory is resident memory; what the processes of PostgreSQL share is counted once.",
            "Exit code 0 if everything runs, 1 otherwise."
        })
final class StatusCommand implements Callable<Integer> {
    private static final List<String> HEADING = List.of("PART", "PID", "PORT", "STATE", "MEMORY MB", "UPTIME");
    private static final List<Integer> NUMBERS = List.of(1, 2, 4);

    private final Console console;
    private final StackPaths paths;

    StatusCommand(Console console, StackPaths paths) {
        this.console = console;
        this.paths = paths;
    }

    @Override
    public Integer call() {
        RunState state = new RunStateFile(paths).running();
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADING);
        long total = 0;
        for (PartState part : state.parts()) {
            Optional<ProcessHandle> process = part.process();
            long memory = MemoryUse.of(state, part);
            total += memory;
            rows.add(row(part, process, memory, state.ready()));
        }
        rows.add(List.of("total", "", "", "", megabytes(total), ""));
        List<String> lines = new Columns(rows, NUMBERS).lines();
        console.line(console.style().strong(lines.getFirst()));
        lines.subList(1, lines.size()).forEach(line -> console.line(coloured(line)));
        return rows.stream().noneMatch(row -> row.get(3).equals("stopped")) && state.ready() ? 0 : 1;
    }

    private List<String> row(PartState part, Optional<ProcessHandle> process, long memory, boolean stackReady) {
        String pid = process.map(handle -> Long.toString(handle.pid())).orElse("-");
        String uptime = process.flatMap(handle -> handle.info().startInstant())
                .map(start -> Durations.rough(Duration.between(start, Instant.now())))
                .orElse("-");
        String port = Integer.toString(part.port());
        return List.of(part.name(), pid, port, stateOf(part, process, stackReady), megabytes(memory), uptime);
    }

    private static String stateOf(PartState part, Optional<ProcessHandle> process, boolean stackReady) {
        if (process.isPresent()) {
            return Ports.answers(part.port()) ? "running" : "starting";
        }
        return stackReady ? "stopped" : "waiting";
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%d", bytes / 1_000_000);
    }

    private String coloured(String line) {
        Style style = console.style();
        return line.replace(" running ", " " + style.good("running") + " ")
                .replace(" stopped ", " " + style.bad("stopped") + " ")
                .replace(" starting ", " " + style.warn("starting") + " ");
    }
}
