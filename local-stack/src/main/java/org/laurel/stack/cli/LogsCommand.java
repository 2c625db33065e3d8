package org.laurel.stack.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.process.LogFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the log of one part. */
@Command(name = "logs", description = "Show the log of a service, of postgresql, kafka or the stack itself.")
final class LogsCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "SERVICE",
            description = "certificates, enrollment, programs, completion, bridge, postgresql, kafka, registry, stack")
    private String part = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Keep showing what is added, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "How many lines to begin with (100).")
    private int lines = 100;

    private final Console console;
    private final StackPaths paths;

    LogsCommand(Console console, StackPaths paths) {
        this.console = console;
        this.paths = paths;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path log = find();
        LogFile.lastLines(log, lines).forEach(console::line);
        if (follow) {
            followFrom(log, log.toFile().length());
        }
        return 0;
    }

    private Path find() {
        Path log = paths.log(part);
        if (part.contains("/") || !Files.isRegularFile(log)) {
            throw new StackFailure(
                    "There is no log of " + part + ".",
                    "Logs: certificates, enrollment, programs, completion, bridge, postgresql, kafka, registry, stack "
                            + "(written by ./laurel up).");
        }
        return log;
    }

    private void followFrom(Path log, long start) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long position = start;
        while (!never.await(300, TimeUnit.MILLISECONDS)) {
            position = showFrom(log, position);
        }
    }

    /** Shows the complete lines that were added; begins again when a restart replaced the file by a shorter one. */
    private long showFrom(Path log, long position) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long begin = file.length() < position ? 0 : position;
            byte[] added = new byte[(int) Math.min(file.length() - begin, 1 << 20)];
            file.seek(begin);
            file.readFully(added);
            String text = new String(added, StandardCharsets.UTF_8);
            String complete = text.substring(0, text.lastIndexOf('\n') + 1);
            complete.lines().forEach(console::line);
            return begin + complete.getBytes(StandardCharsets.UTF_8).length;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
