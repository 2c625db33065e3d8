package org.laurel.stack.contract;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Programs of other platforms, as far as the machine has them. */
final class Tool {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** What npm says with its codes, and pip in words, of a name, a connection, or a proxy that leads nowhere. */
    private static final Pattern UNREACHED = Pattern.compile(
            "\\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT)\\b"
                    + "|NewConnectionError|NameResolutionError|ConnectTimeoutError|ReadTimeoutError|ProxyError"
                    + "|tunneling socket could not be established");
    /** Distributions that cut Python into packages leave this one out. */
    private static final Pattern WITHOUT_VENV = Pattern.compile("ensurepip is not available|No module named '?venv");

    private Tool() {}

    /**
     * What a program did.
     *
     * @param exit its exit code, {@link #MISSING} when there is no such program, or less when it was ended
     * @param output what it wrote, errors included
     */
    record Run(int exit, String output) {
        /** As shells say it. */
        static final int MISSING = 127;

        boolean succeeded() {
            return exit == 0;
        }
    }

    /** Runs a program to its end. */
    static Run run(Path folder, List<String> command) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path output = Files.createTempFile("laurel-tool", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // Tools that report their use to their makers do not when this is set.
        builder.environment().putAll(Map.of("CI", "true", "SUPPRESS_NO_CONFIG_WARNING", "true", "NO_COLOR", "1"));
        // npm would wait for a silent host for longer than the limit; it says in time what it waited for.
        builder.environment().putAll(Map.of("npm_config_fetch_timeout", "60000", "npm_config_fetch_retries", "1"));
        try {
            Process process = builder.start();
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Run(-1, command.getFirst() + " did not end in time");
            }
            return new Run(process.exitValue(), Files.readString(output));
        } catch (IOException missing) {
            return new Run(Run.MISSING, String.valueOf(missing.getMessage()));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /**
     * Installs something that the test cannot do without. Where the program is missing or the host of packages cannot be
     * reached, the test is skipped with the reason; whatever else goes wrong fails it.
     */
    static void need(Path folder, List<String> command) throws IOException, InterruptedException {
        Run run = run(folder, command);
        if (run.succeeded()) {
            return;
        }
        String program = Path.of(command.getFirst()).getFileName().toString();
        String obstacle = obstacle(run)
                .orElseThrow(() -> new AssertionError(String.join(" ", command) + " failed:\n" + run.output()));
        abort(program + ": " + obstacle);
    }

    /** What of this machine kept a program that failed from its work; empty when it failed for reasons of its own. */
    static Optional<String> obstacle(Run run) {
        if (run.exit() == Run.MISSING) {
            return Optional.of("the program is missing");
        }
        if (WITHOUT_VENV.matcher(run.output()).find()) {
            return Optional.of("a part of the program is missing");
        }
        return UNREACHED.matcher(run.output()).find()
                ? Optional.of("the host of packages cannot be reached")
                : Optional.empty();
    }

    /** Where installed tools are kept between builds. */
    static Path cache() {
        String home = System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        return Path.of(home, "laurel");
    }
}
