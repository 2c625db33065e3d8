package org.laurel.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Style;
import picocli.CommandLine;

class CommandTreeTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CommandLine commands;

    CommandTreeTest(@TempDir Path data) {
        Console console = new Console(stream(out), stream(err), new Style(false, true), false);
        commands = CommandTree.of(console, StackPaths.find().withData(data))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "tail",
                "demo",
                "events tail --learner=7 --type=course-cert --course=a --correlation=b --key=c",
                "trace --learner=7 --since=1h",
                "trace --user=ada --since=P2D -o json",
                "trace --course=course-v1:A+B+C --since=7d",
                "outbox status --service=programs",
                "reconcile --service=all --course=course-v1:A+B+C --learner=7 --dry-run",
                "reconcile --service=programs --from=2031-02-03T04:05:06Z --watch",
                "parked list",
                "parked show 1 --service=programs",
                "export --user=ada",
                "consumers list",
                "consumers pause --reason=maintenance",
                "consumers resume --service=programs",
                "brake list --all",
                "brake release consumer --service=enrollment",
                "jobs list",
                "jobs show 1 --service=programs",
                "jobs watch 1 --service=programs",
                "jobs pause 1 --service=programs",
                "jobs resume 1 --service=programs",
                "jobs cancel 1 --service=programs"
            })
    void refusesInOneLineWhatNeedsARunningStack(String line) {
        // Given that nothing runs

        // When
        int exitCode = commands.execute(line.split(" "));

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("\u2718 Laurel is not running.\n  Start it: ./laurel up\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token",
                "send",
                "nothing",
                "up --http-port=x",
                "token --user=ada --role=root",
                "export",
                "jobs show 1",
                "jobs watch one --service=programs",
                "brake release",
                "trace",
                "trace --learner=7 --user=ada",
                "trace --learner=7 --since=yesterday",
                "trace --learner=7 -o xml",
                "parked show 1",
                "reconcile --course=course-v1:A+B+C",
                "reconcile --service=all",
                "reconcile --service=all --from=yesterday"
            })
    void exitsWithTwoOnWrongUsage(String line) {
        // Given When
        int exitCode = commands.execute(line.split(" "));

        // Then
        assertThat(exitCode).isEqualTo(2);
    }

    @Test
    void everyCommandShowsItsOptions() {
        // Given
        List<String> lines = lines("", commands);
        Map<String, Integer> exitCodes = new HashMap<>();

        // When
        lines.forEach(line -> exitCodes.put(line, commands.execute((line + " --help").split(" "))));

        // Then
        assertThat(lines).contains("certificates import", "certificates", "jobs watch", "events tail", "up");
        assertThat(exitCodes)
                .allSatisfy((line, exitCode) -> assertThat(exitCode).isZero());
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(lines.stream().map(line -> "Usage: laurel " + line).toList());
    }

    private static List<String> lines(String parent, CommandLine command) {
        return command.getSubcommands().entrySet().stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(parent + one.getKey()), lines(parent + one.getKey() + " ", one.getValue()).stream()))
                .toList();
    }

    @Test
    void printsATokenAndNothingElse() {
        // Given When
        int exitCode = commands.execute("token", "--user", "ada");

        // Then
        assertThat(exitCode).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\n");
    }

    @Test
    void deletesNothingUnlessSomebodySaysYes() {
        // Given When
        int exitCode = commands.execute("reset");

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--yes");
    }

    @Test
    void hasNothingToStopWhenNothingRuns() {
        // Given When
        int exitCode = commands.execute("down");

        // Then
        assertThat(exitCode).isZero();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
