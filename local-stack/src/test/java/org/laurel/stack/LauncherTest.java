package org.laurel.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.stack.cli.CommandTree;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Style;

/** The launcher script, run by bash as a user would. */
class LauncherTest {
    private record Outcome(int exitCode, String output) {}

    @Test
    void showsTheUsageForAnUnknownCommand() throws Exception {
        // Given When
        Outcome outcome = run(System.getProperty("java.home"), "fly");

        // Then
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output()).contains("there is no command 'fly'").contains("./laurel COMMAND");
    }

    @Test
    void listsEveryCommandOfTheProgram(@TempDir Path data) throws Exception {
        // Given
        Set<String> commands = commands(data);

        // When
        Outcome outcome = run(System.getProperty("java.home"), "--help");

        // Then
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output().lines().map(line -> line.strip().split(" ")[0]))
                .containsAll(commands);
    }

    @Test
    void handsEveryCommandToTheProgram(@TempDir Path folder) throws Exception {
        // Given
        Path jdk = fakeJdk(folder.resolve("jdk"), "99.0.1");
        Map<String, Outcome> outcomes = new HashMap<>();

        // When
        for (String command : commands(folder)) {
            outcomes.put(command, run(jdk.toString(), List.of("LAUREL_BUILD=never"), command, "--help"));
        }

        // Then
        assertThat(outcomes)
                .isNotEmpty()
                .allSatisfy((command, outcome) -> assertThat(outcome.output()).contains("run by " + jdk));
    }

    @Test
    void runsMavenWithTheGivenJdk() throws Exception {
        // Given
        String jdk = System.getProperty("java.home");

        // When
        Outcome outcome = run(jdk, "mvn", "-v");

        // Then
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).contains("runtime: " + jdk);
    }

    @Test
    void findsAnotherJdkWhenTheGivenOneIsTooOld(@TempDir Path folder) throws Exception {
        // Given
        Path oldJdk = fakeJdk(folder.resolve("old"), "1.8.0_402");
        fakeJdk(folder.resolve("sdkman/candidates/java/99.0.1-fake"), "99.0.1");

        // When
        Outcome outcome = run(oldJdk.toString(), List.of("SDKMAN_DIR=" + folder.resolve("sdkman")), "mvn", "-v");

        // Then
        assertThat(outcome.output()).contains("99.0.1-fake");
    }

    @ParameterizedTest
    @CsvSource({
        "up --registry, true",
        "up --registry --detach, true",
        "up --detach --registry, true",
        "up, false",
        "up --registry-port=9, false",
        "status --registry, false"
    })
    void fetchesTheRegistryForAStackWithOneOnly(String line, boolean fetches, @TempDir Path folder) throws Exception {
        // Given
        Path jdk = fakeJdk(folder.resolve("jdk"), "99.0.1");
        Path launcher = Files.copy(StackPaths.find().home().resolve("laurel"), folder.resolve("laurel"));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        program(folder.resolve("bin").resolve("mvn"));
        List<String> variables = List.of("LAUREL_BUILD=never", "PATH=" + folder.resolve("bin") + ":/usr/bin:/bin");

        // When
        Outcome outcome = run(launcher, jdk.toString(), variables, line.split(" "));

        // Then
        assertThat(outcome.output().contains("Fetching the schema registry")).isEqualTo(fetches);
        assertThat(outcome.output()).contains("run by " + jdk);
    }

    private static Set<String> commands(Path data) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Console console = new Console(nowhere, nowhere, new Style(false, true), false);
        return CommandTree.of(console, StackPaths.find().withData(data))
                .getSubcommands()
                .keySet();
    }

    private static Path fakeJdk(Path home, String version) throws IOException {
        for (String program : List.of("java", "javac")) {
            program(home.resolve("bin").resolve(program));
        }
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Fake\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static void program(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\necho \"Apache Maven 3.9.9 run by $0\"\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static Outcome run(String javaHome, String... arguments) throws Exception {
        return run(javaHome, List.of(), arguments);
    }

    private static Outcome run(String javaHome, List<String> variables, String... arguments) throws Exception {
        return run(StackPaths.find().home().resolve("laurel"), javaHome, variables, arguments);
    }

    private static Outcome run(Path launcher, String javaHome, List<String> variables, String... arguments)
            throws Exception {
        List<String> line = new ArrayList<>(List.of("env", "JAVA_HOME=" + javaHome));
        line.addAll(variables);
        line.add(launcher.toString());
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
