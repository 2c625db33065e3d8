package org.laurel.stack.postgres;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.laurel.stack.StackFailure;

/**
 * Runs a PostgreSQL program to its end. PostgreSQL refuses to run as root, so on Linux root runs it in a user namespace
 * of its own, where it is nobody in particular.
 */
final class PostgresCommand {
    private final PostgresBinaries binaries;
    private final Path log;

    PostgresCommand(PostgresBinaries binaries, Path log) {
        this.binaries = binaries;
        this.log = log;
    }

    /**
     * Runs the program; what it prints is added to the log.
     *
     * @throws StackFailure if it fails; the message is the last line that it printed
     */
    void run(String program, List<String> arguments) {
        List<String> line = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.add(binaries.program(program).toString());
        line.addAll(arguments);
        try {
            Path output = Files.createTempFile("laurel-postgresql", ".log");
            Process process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int exitCode = process.waitFor();
            String text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            if (exitCode != 0) {
                throw failure(program, text);
            }
        } catch (IOException unavailable) {
            throw new StackFailure(
                    "PostgreSQL cannot be started: " + unavailable.getMessage(), "Its log: " + log, unavailable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while waiting for PostgreSQL.", "Run the command again.", interrupted);
        }
    }

    private StackFailure failure(String program, String output) {
        String advice = output.contains("root")
                ? "Run ./laurel as an ordinary user, or allow user namespaces (unshare -U)."
                : "Its log: " + log;
        String message = output.strip().lines().reduce((first, last) -> last).orElse("no message");
        return new StackFailure("PostgreSQL (" + program + ") failed: " + message, advice);
    }
}
