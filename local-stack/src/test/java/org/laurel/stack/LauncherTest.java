package org.laurel.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void listsEveryCommandOfTheProgram() throws Exception {
        // Given
        List<String> documented = List.of("up", "demo", "status", "logs", "down", "reset", "token", "send", "tail");

        // When
        Outcome outcome = run(System.getProperty("java.home"), "--help");

        // Then
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output().lines().map(line -> line.strip().split(" ")[0]))
                .containsAll(documented);
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

    private static Path fakeJdk(Path home, String version) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        for (String program : List.of("java", "javac")) {
            Path file = Files.writeString(
                    home.resolve("bin").resolve(program), "#!/bin/sh\necho \"Apache Maven 3.9.9 run by $0\"\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Fake\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static Outcome run(String javaHome, String... arguments) throws Exception {
        return run(javaHome, List.of(), arguments);
    }

    private static Outcome run(String javaHome, List<String> variables, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of("env", "JAVA_HOME=" + javaHome));
        line.addAll(variables);
        line.add(StackPaths.find().home().resolve("laurel").toString());
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
