package org.laurel.stack.completion;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** What the commands say to the service, and how they end. */
class CompletionCommandTest {
    private static final String VERIFICATIONS = "/api/completion/v1/verifications";

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> answers = new HashMap<>();
    private volatile String refused = "";

    @AutoClose
    private final Commands commands;

    CompletionCommandTest(@TempDir Path data) throws IOException {
        commands = new Commands(data, this::answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify",
                "verify --all --course k",
                "verify --sample 3 --learner l",
                "verify --sample x",
                "rebase",
                "rebase --all --course k",
                "republish",
                "republish --all --course k"
            })
    void exitsWithTwoOnWrongUsage(String line) {
        // When
        int exitCode = run(line);

        // Then
        assertThat(exitCode).isEqualTo(2);
        assertThat(requests).isEmpty();
    }

    @Test
    void saysWhomToVerify() {
        // Given
        answers.put("POST " + VERIFICATIONS, "{\"id\": 7}");
        answers.put("GET " + VERIFICATIONS + "/7", "{\"state\": \"done\"}");

        // When
        run("verify --all");
        run("verify --course k --learner a --learner b --numbers none --repair");
        run("verify --sample 50");

        // Then
        assertThat(requests.stream().filter(request -> request.startsWith("POST")))
                .containsExactly(
                        "POST " + VERIFICATIONS + " {\"repair\":false}",
                        "POST " + VERIFICATIONS
                                + " {\"course_key\":\"k\",\"learners\":[\"a\",\"b\"],\"numbers\":\"none\",\"repair\":true}",
                        "POST " + VERIFICATIONS + " {\"sample\":50,\"repair\":false}");
    }

    @ParameterizedTest
    @CsvSource({"done, 0, 0, 0", "done, 2, 0, 1", "done, 0, 1, 1", "cancelled, 0, 0, 1", "failed, 0, 0, 1"})
    void endsByWhatDiffers(String state, int rows, int numbers, int expected) {
        // Given
        String verification =
                "{\"state\": \"%s\", \"done\": 1, \"total\": 1, \"counts\": {\"rows\": %d, \"numbers\": %d}}"
                        .formatted(state, rows, numbers);
        answers.put("POST " + VERIFICATIONS, "{\"id\": 7}");
        answers.put("GET " + VERIFICATIONS + "/7/events", "data: " + verification + "\n\n");
        answers.put("GET " + VERIFICATIONS + "/7", verification);

        // When
        int exitCode = run("verify --course k");

        // Then
        assertThat(exitCode).isEqualTo(expected);
    }

    @Test
    void saysHowManyAreBehind() {
        // Given
        answers.put("POST " + VERIFICATIONS, "{\"id\": 7}");
        answers.put("GET " + VERIFICATIONS + "/7", "{\"state\": \"done\", \"counts\": {\"behind\": 1200}}");

        // When
        int exitCode = run("verify --course k");

        // Then
        assertThat(exitCode).isZero();
        assertThat(commands.out()).contains("nothing differs; 1,200 learners in course runs are behind");
    }

    @Test
    void countsOneCourseRunAfterTheOtherAgain() {
        // Given
        job("course-structures/c1:recount", 1, "done");
        job("course-structures/c2:recount", 2, "done");

        // When
        int exitCode = run("rebase --course c1 --course c2");

        // Then
        assertThat(exitCode).isZero();
        assertThat(requests)
                .containsExactly(
                        "POST /api/completion/v1/course-structures/c1:recount ",
                        "GET /api/completion/ops/jobs/1/events ",
                        "GET /api/completion/ops/jobs/1 ",
                        "POST /api/completion/v1/course-structures/c2:recount ",
                        "GET /api/completion/ops/jobs/2/events ",
                        "GET /api/completion/ops/jobs/2 ");
    }

    @ParameterizedTest
    @CsvSource({"done, 0", "failed, 1", "paused, 1", "cancelled, 1"})
    void endsByWhatBecameOfCountingAllAgain(String state, int expected) {
        // Given
        job("recounts", 3, state);

        // When
        int exitCode = run("rebase --all");

        // Then
        assertThat(exitCode).isEqualTo(expected);
        assertThat(requests).first().isEqualTo("POST /api/completion/v1/recounts ");
    }

    @Test
    void onlyBeginsWhenToldNotToFollow() {
        // Given
        job("course-structures/c1:recount", 1, "running");

        // When
        int exitCode = run("rebase --course c1 --no-follow");

        // Then
        assertThat(exitCode).isZero();
        assertThat(requests).containsExactly("POST /api/completion/v1/course-structures/c1:recount ");
    }

    private void job(String path, int id, String state) {
        String job = "{\"id\": \"%d\", \"state\": \"%s\", \"done\": 4}".formatted(id, state);
        answers.put("POST /api/completion/v1/" + path, "{\"task_id\": \"%d\"}".formatted(id));
        answers.put("GET /api/completion/ops/jobs/" + id + "/events", "data: " + job + "\n\n");
        answers.put("GET /api/completion/ops/jobs/" + id, job);
    }

    @Test
    void tellsCourseRunsOnceMore() {
        // When
        int some = run("republish --course course-v1:A+B+C --course course-v1:A+B+D");
        int all = run("republish --all");

        // Then
        assertThat(List.of(some, all)).containsOnly(0);
        assertThat(requests)
                .containsExactly(
                        "POST /api/completion/v1/republications {\"course_key\":\"course-v1:A+B+C\"}",
                        "POST /api/completion/v1/republications {\"course_key\":\"course-v1:A+B+D\"}",
                        "POST /api/completion/v1/republications {\"all\":true}");
    }

    @Test
    void tellsTheOthersWhenACourseRunIsNotKnown() {
        // Given
        refused = "typo";

        // When
        int exitCode = run("republish --course c1 --course typo --course c2");

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(requests).hasSize(3).last().asString().contains("c2");
        assertThat(commands.err()).contains("typo");
    }

    @Test
    void countsTheOthersWhenACourseRunIsNotKnown() {
        // Given
        refused = "typo";

        // When
        int exitCode = run("rebase --course c1 --course typo --course c2 --no-follow");

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(requests).hasSize(3).last().asString().contains("c2");
        assertThat(commands.err()).contains("typo");
    }

    private int run(String line) {
        String url = "--service-url=" + commands.url();
        List<String> words = new ArrayList<>(Arrays.asList(line.split(" ")));
        words.addAll(1, List.of(url, "--token=t"));
        return commands.execute(
                Stream.concat(Stream.of("completion"), words.stream()).toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String address = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(address + " " + body);
        byte[] bytes = answers.getOrDefault(address, "{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(
                !refused.isEmpty() && requests.getLast().contains(refused) ? 404 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
