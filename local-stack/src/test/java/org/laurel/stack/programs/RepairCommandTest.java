package org.laurel.stack.programs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.stack.cli.Commands;

/** What the command says to the service, and how it ends. */
class RepairCommandTest {
    private static final String REPAIRS = "/api/programs/v1/repairs";

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> answers = new HashMap<>();

    @AutoClose
    private final Commands commands;

    @TempDir
    private Path folder = Path.of("");

    RepairCommandTest(@TempDir Path data) throws IOException {
        commands = new Commands(data, this::answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--all --program p", "--all --no-award", "--commit", "--all --per-second x", "--none"})
    void exitsWithTwoOnWrongUsage(String line) {
        // Given When
        int exitCode = run(line);

        // Then
        assertThat(exitCode).isEqualTo(2);
        assertThat(requests).isEmpty();
    }

    @Test
    void asksForADryRunUnlessToldToCommit() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("list.csv"), "ada\n");

        // When
        int dry = run("--all");
        int real = run("--program p --program q --course c --learner l --learners " + file
                + " --commit --revoke --no-award --per-second 50 --reason because");

        // Then
        assertThat(dry).isZero();
        assertThat(real).isZero();
        assertThat(requests)
                .containsExactly(
                        "POST " + REPAIRS + " {\"all\":true,\"award\":true,\"revoke\":false,\"dry_run\":true}",
                        "POST " + REPAIRS + " {\"programs\":[\"p\",\"q\"],\"course_runs\":[\"c\"],\"learners\":[\"l\"],"
                                + "\"learners_csv\":\"ada\\n\",\"award\":false,\"revoke\":true,\"dry_run\":false,"
                                + "\"learners_per_second\":50,\"reason\":\"because\"}");
    }

    @ParameterizedTest
    @CsvSource({"done, 0", "cancelled, 1", "failed, 1"})
    void followsTheRepairToItsEnd(String state, int expected) {
        // Given
        answers.put("POST " + REPAIRS, "{\"repair\": {\"id\": 7}}");
        answers.put(
                "GET " + REPAIRS + "/7/events",
                "data: {\"state\": \"%s\", \"done\": 1, \"total\": 1}\n\n".formatted(state));
        answers.put("GET " + REPAIRS + "/7", "{\"state\": \"%s\", \"task_id\": \"3\"}".formatted(state));

        // When
        int exitCode = run("--all --commit --watch");

        // Then
        assertThat(exitCode).isEqualTo(expected);
        if (state.equals("failed")) {
            assertThat(commands.out() + commands.err()).contains("/api/programs/ops/jobs/3/resume");
        }
    }

    private int run(String line) {
        String url = "--service-url=" + commands.url();
        return commands.execute(Stream.concat(
                        Stream.of("repair", url, "--token=t"),
                        Arrays.stream(line.split(" ")).filter(word -> !word.isEmpty()))
                .toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String address = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(address + " " + body);
        byte[] bytes = answers.getOrDefault(address, "{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
