package org.laurel.stack.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs of other platforms, as far as the machine has them. */
final class Tool {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private Tool() {}

    /**
     * What a program did.
     *
     * @param exit its exit code
     * @param output what it wrote, errors included
     */
    record Run(int exit, String output) {
        boolean succeeded() {
            return exit == 0;
        }
    }

    /** Runs a program to its end; one that does not exist has failed. */
    static Run run(Path folder, List<String> command) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path output = Files.createTempFile("laurel-tool", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // Tools that report their use to their makers do not when this is set.
        builder.environment().putAll(Map.of("CI", "true", "SUPPRESS_NO_CONFIG_WARNING", "true", "NO_COLOR", "1"));
        try {
            Process process = builder.start();
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Run(-1, command.getFirst() + " did not end in time");
            }
            return new Run(process.exitValue(), Files.readString(output));
        } catch (IOException missing) {
            return new Run(-1, String.valueOf(missing.getMessage()));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** Skips the test, with the reason, unless the program can be run and ends well. */
    static void need(Path folder, List<String> command) throws IOException, InterruptedException {
        Run run = run(folder, command);
        assumeTrue(
                run.succeeded(),
                () -> "Skipped, since this did not work here: " + String.join(" ", command) + "\n" + run.output());
    }

    /** Where installed tools are kept between builds. */
    static Path cache() {
        String home = System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        return Path.of(home, "laurel");
    }
}
