package org.laurel.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One learner's facts over all services, joined by correlation id. */
class TraceCommandTest {

    private static final String NOTHING = "{\"results\": [], \"next_cursor\": null}";

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> answers = new HashMap<>();

    @AutoClose
    private final Commands commands;

    TraceCommandTest(@TempDir Path data) throws IOException {
        commands = new Commands(data, this::answer);
    }

    @BeforeEach
    void start() {
        for (String service : List.of("certificates", "enrollment", "programs", "completion")) {
            answers.put(ops(service), NOTHING);
        }
    }

    @Test
    void joinsTheServicesByCorrelationInOrderOfTime() {
        // Given
        String awarded = "org.laurel.course-cert.awarded.v1";
        answers.put(ops("programs"), page(step("00.400Z", "programs", "fact", awarded, "g1"), null));
        answers.put(
                ops("certificates"),
                page(
                        step("00.100Z", "certificates", "fact", "org.laurel.passing-status.changed.v1", "g1")
                                + "," + step("00.200Z", "certificates", "fact", "org.laurel.grade.changed.v1", "g2")
                                + "," + step("00.120Z", "certificates", "decision", "certificate", "g1"),
                        null));

        // When
        int exitCode = run("--learner", "7");

        // Then
        assertThat(exitCode).isZero();
        List<String> lines = commands.out().lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).endsWith("  g1");
        assertThat(lines.get(1))
                .contains("certificates", "fact", "passing-status.changed v3")
                .doesNotContain("+");
        assertThat(lines.get(2)).contains("+20 ms", "decision", "certificate v3");
        assertThat(lines.get(3)).contains("+280 ms", "programs", "course-cert.awarded");
        assertThat(lines.get(4)).endsWith("  g2");
        assertThat(lines.get(5)).contains("grade.changed");
    }

    @Test
    void readsAllPagesOfTheLearnerWithTheUsername() {
        // Given
        answers.put("/api/enrollment/v1/learners?username=ada%20l", "{\"results\": [{\"learner_id\": \"4 2\"}]}");
        answers.put(ops("completion"), page(step("00Z", "completion", "fact", "a", "g1"), "c/1"));
        answers.put(ops("completion") + "&after=c%2F1", page(step("01Z", "completion", "fact", "b", "g2"), null));

        // When
        int exitCode = run("--user", "ada l", "--course", "course-v1:A+B+C", "--correlation", "g2", "-o", "json");

        // Then
        assertThat(exitCode).isZero();
        JsonNode document = json();
        assertThat(document.path("learner_id").asText()).isEqualTo("4 2");
        assertThat(document.path("entries")).hasSize(1);
        assertThat(document.at("/entries/0/type").asText()).isEqualTo("b");
        assertThat(requests)
                .contains("/api/completion/ops/flow?limit=500&learner=4%202&course=course-v1%3AA%2BB%2BC&after=c%2F1");
    }

    @Test
    void tellsWhatTheOthersKnowWhenAServiceIsDown() {
        // Given
        answers.remove(ops("programs"));
        answers.put(ops("completion"), page(step("00Z", "completion", "fact", "a", "g1"), null));

        // When
        int exitCode = run("--learner", "7");

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(commands.out()).contains("completion");
        assertThat(commands.err()).contains("programs is missing", "answers 503");
    }

    @Test
    void theBridgeTellsItsPartWhereThereIsOne() {
        // Given
        answers.put("/api/openedx/ops/consumers", "[]");
        answers.put(ops("openedx"), page(step("00Z", "bridge", "fact", "a", "g1"), null));

        // When
        int exitCode = run("--learner", "7");

        // Then
        assertThat(exitCode).isZero();
        assertThat(commands.out()).contains("bridge");
    }

    @Test
    void aUsernameThatNobodyHasIsToldAsThat() {
        // Given
        answers.put("/api/enrollment/v1/learners?username=nobody", NOTHING);

        // When
        int exitCode = run("--user", "nobody");

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(commands.err()).contains("No learner has the username nobody.");
    }

    private int run(String... options) {
        List<String> line = new ArrayList<>(List.of("trace", "--token", "t"));
        line.addAll(List.of("--service-url", commands.url()));
        line.addAll(List.of(options));
        return commands.execute(line.toArray(String[]::new));
    }

    private JsonNode json() {
        try {
            return new ObjectMapper().readTree(commands.out());
        } catch (IOException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static String ops(String service) {
        return "/api/" + service + "/ops/flow";
    }

    private static String page(String steps, @Nullable String cursor) {
        return "{\"results\": [" + steps + "], \"next_cursor\": " + (cursor == null ? "null" : "\"" + cursor + "\"")
                + "}";
    }

    private static String step(String second, String service, String kind, String type, String correlation) {
        return """
                {"at": "2031-02-03T12:00:%s", "service": "%s", "kind": "%s", "type": "%s", "summary": "s",
                 "course_key": null, "correlation_id": "%s", "version": 3}""".formatted(second, service, kind, type, correlation);
    }

    /** Flows are told by path, and by the cursor when there is one; anything else by its whole address. */
    private void answer(HttpExchange exchange) throws IOException {
        String address = exchange.getRequestURI().toString();
        requests.add(address);
        String path = exchange.getRequestURI().getRawPath();
        int after = address.indexOf("&after=");
        String key = path.endsWith("/flow") ? path + (after < 0 ? "" : address.substring(after)) : address;
        String found = answers.get(key);
        byte[] body = (found == null ? "{\"detail\": \"away\"}" : found).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(found == null ? 503 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
