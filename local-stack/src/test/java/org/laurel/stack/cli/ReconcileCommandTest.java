package org.laurel.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services are asked to tell once more what others may have missed. */
class ReconcileCommandTest {

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> answers = new HashMap<>();

    @AutoClose
    private final Commands commands;

    ReconcileCommandTest(@TempDir Path data) throws IOException {
        commands = new Commands(data, this::answer);
    }

    @Test
    void asksAllServicesWithWhatOthersReferToFirst() {
        // Given
        for (String service : List.of("certificates", "enrollment", "programs", "completion")) {
            answers.put("/api/" + service + "/ops/reconcile", "{\"job_id\": 7}");
        }

        // When
        int exitCode = run("--service", "all", "--course", "course-v1:A+B+C", "--to", "2031-02-03T06:05:06+02:00");

        // Then
        assertThat(exitCode).isZero();
        String body = " {\"course_key\":\"course-v1:A+B+C\",\"learner_ids\":[],\"from\":null,"
                + "\"until\":\"2031-02-03T04:05:06Z\",\"all\":false,\"dry_run\":false}";
        assertThat(requests)
                .containsExactly(
                        "/api/enrollment/ops/reconcile" + body,
                        "/api/completion/ops/reconcile" + body,
                        "/api/certificates/ops/reconcile" + body,
                        "/api/programs/ops/reconcile" + body);
        assertThat(commands.err()).contains("./laurel jobs watch 7 --service enrollment");
    }

    @Test
    void aDryRunShowsTheCounts() {
        // Given
        answers.put(
                "/api/programs/ops/reconcile", "{\"dry_run\": true, \"selected\": {\"programs\": 2, \"other\": 1}}");

        // When
        int exitCode = run("--service", "programs", "--learner", "7", "--learner", "8", "--dry-run");

        // Then
        assertThat(exitCode).isZero();
        assertThat(commands.out()).isEqualTo("programs  programs 2, other 1\n");
        assertThat(requests).singleElement().asString().contains("[\"7\",\"8\"]", "\"dry_run\":true");
    }

    @Test
    void aDryRunSaysThatThereMayBeMore() {
        // Given
        answers.put("/api/programs/ops/reconcile", "{\"selected\": {\"programs\": 100000}, \"exact\": false}");

        // When
        int exitCode = run("--service", "programs", "--everything", "--dry-run");

        // Then
        assertThat(exitCode).isZero();
        assertThat(commands.out()).isEqualTo("programs  programs 100000, or more: too many to count\n");
    }

    @Test
    void followsTheJobToItsEnd() {
        // Given
        answers.put("/api/programs/ops/reconcile", "{\"job_id\": 7}");
        answers.put("/api/programs/ops/jobs/7/events", """
                data:{"id": 7, "kind": "reconcile", "subject": "all", "state": "running", "done": 1}

                data:{"id": 7, "kind": "reconcile", "subject": "all", "state": "failed", "done": 1, "error": "broken"}

                """);

        // When
        int exitCode = run("--service", "programs", "--everything", "--watch");

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(commands.out()).contains("tells, by job 7", "failed", "broken");
    }

    @Test
    void aServiceThatRefusesKeepsNoneOfTheOthers() {
        // Given
        answers.put("/api/programs/ops/reconcile", "{\"job_id\": 7}");

        // When
        int exitCode = run("--service", "all", "--everything");

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(requests).hasSize(4);
        assertThat(commands.out()).contains("programs  tells");
        assertThat(commands.err()).contains("enrollment: ", "answers 503: away");
    }

    private int run(String... options) {
        List<String> line = new ArrayList<>(List.of("reconcile", "--token", "t"));
        line.addAll(List.of("--service-url", commands.url()));
        line.addAll(List.of(options));
        return commands.execute(line.toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(sent.isEmpty() ? path : path + " " + sent);
        String found = answers.get(path);
        byte[] body = (found == null ? "{\"detail\": \"away\"}" : found).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(found == null ? 503 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
