package org.laurel.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.stack.LaurelService;

/** What operators look at and steer, in a deployment that does not run here. */
class OperatorsCommandsTest {

    private static final String PARKED = "/api/programs/ops/parked-events";

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> answers = new HashMap<>();
    private volatile String refusal = "away";
    private volatile int status = 503;
    private final Path data;

    @AutoClose
    private final Commands commands;

    OperatorsCommandsTest(@TempDir Path data) throws IOException {
        this.data = data;
        commands = new Commands(data, this::answer);
    }

    @Test
    void parkedEventsAreListedToTheLastPage() {
        // Given
        answers.put(PARKED, page(event("1"), "\"1\""));
        answers.put(PARKED + "?after=1", page(event("2"), "null"));

        // When
        int exitCode = run("parked", "list", "--service", "programs");

        // Then
        assertThat(exitCode).isZero();
        assertThat(commands.out().lines().toList()).hasSize(4);
        assertThat(commands.out()).contains("@1", "@2", "2 parked");
    }

    @Test
    void whatAProducerWroteSteersNoTerminal() {
        // Given
        answers.put(PARKED + "/1", """
                {"id": 1, "code": "bad_json", "detail": "", "topic": "t", "event_type": "a\\u001b[2J", "key": "k\\nstatus",
                 "headers": {"x\\u0007": "\\u001b]0;title\\u0007"}, "value": "no JSON\\u001b[1A\\nmore"}""");

        // When
        int exitCode = run("parked", "show", "1", "--service", "programs");

        // Then
        assertThat(exitCode).isZero();
        assertThat(commands.out())
                .contains("a\\u001b[2J", "k\\u000astatus", "\\u001b]0;title\\u0007", "no JSON\\u001b[1A\nmore");
        assertThat(commands.out()).doesNotContain("\u001b", "\u0007");
    }

    @ParameterizedTest
    @CsvSource({
        "brake list, /api/programs/ops/brakes?all=false",
        "jobs list, /api/programs/ops/jobs",
        "consumers list, /api/programs/ops/consumers",
        "parked list, /api/programs/ops/parked-events"
    })
    void whatAnybodyWroteForgesNoLine(String line, String address) {
        // Given
        String foreign = "\"a\\n\\u001b[32m\u2714 all is well\"";
        String item = """
                {"id": %1$s, "subject": %1$s, "reason": %1$s, "detail": %1$s, "released_by": %1$s, "kind": %1$s,
                 "state": %1$s, "error": %1$s, "counts": {%1$s: 1}, "code": %1$s, "topic": %1$s}""".formatted(foreign);
        answers.put(address, page(item, "null"));

        // When
        int exitCode = run((line + " --service programs").split(" "));

        // Then
        assertThat(exitCode).isZero();
        assertThat(commands.out()).contains("a\\u000a\\u001b[32m\u2714 all is well");
        assertThat(commands.out().lines()).noneMatch(one -> one.startsWith("\u001b") || one.startsWith("\u2714"));
    }

    @Test
    void aFailureOfAServiceForgesNoLineEither() {
        // Given
        refusal = "no\\n\u2714 all is well";

        // When
        int exitCode = run("outbox", "status", "--service", "programs");

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(commands.err()).contains("answers 503: no\\u000a\u2714 all is well");
    }

    @Test
    void aBridgeInTroubleIsNotLeftOutSilently() {
        // Given
        answerForAll("/outbox", "{\"led\": true}");

        // When
        int exitCode = run("outbox", "status");

        // Then
        assertThat(exitCode).isZero();
        assertThat(commands.out().lines().toList()).hasSize(5);
        assertThat(commands.err()).contains("The bridge to Open edX is left out: it answers 503.", "--service bridge");
    }

    @Test
    void aDeploymentWithoutABridgeNeedsNoWordsOfIt() {
        // Given
        answerForAll("/outbox", "{\"led\": true}");
        status = 404;

        // When
        int exitCode = run("outbox", "status");

        // Then
        assertThat(exitCode).isZero();
        assertThat(commands.out().lines().toList()).hasSize(5);
        assertThat(commands.err()).isEmpty();
    }

    @Test
    void aListOfJobsTellsThatThereAreMore() {
        // Given
        answers.put(
                "/api/programs/ops/jobs", page("{\"id\": 9, \"kind\": \"reconcile\", \"state\": \"done\"}", "\"9\""));

        // When
        int exitCode = run("jobs", "list", "--service", "programs");

        // Then
        assertThat(exitCode).isZero();
        assertThat(commands.err()).contains("./laurel jobs list --service programs --before 9");
    }

    @ParameterizedTest
    @CsvSource({
        "outbox status, /api/programs/ops/outbox",
        "brake list, /api/programs/ops/brakes?all=false",
        "consumers list, /api/programs/ops/consumers",
        "parked discard 1, /api/programs/ops/parked-events/1/discard",
        "jobs pause 1, /api/programs/ops/jobs/1/pause"
    })
    void everyCommandOfOperatorsReachesAnyDeployment(String line, String address) {
        // Given
        answers.put(address, "{\"led\": true, \"results\": []}");

        // When
        int exitCode = run((line + " --service programs").split(" "));

        // Then
        assertThat(exitCode).isZero();
        assertThat(requests).containsExactly(address + " Bearer t");
    }

    @Test
    void tailReachesTheKafkaOfItsConfiguration() throws IOException {
        // Given
        Path file = Files.writeString(
                data.resolve("client.properties"),
                "bootstrap.servers=localhost:1\nsecurity.protocol=NO_SUCH_PROTOCOL\n");

        // When
        int exitCode = commands.execute("events", "tail", "--command-config", file.toString());

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(commands.err()).contains("NO_SUCH_PROTOCOL");
    }

    private void answerForAll(String path, String answer) {
        LaurelService.everywhere().forEach(service -> answers.put(service.operationsPath() + path, answer));
    }

    private int run(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--token", "t", "--service-url", commands.url()));
        return commands.execute(line.toArray(String[]::new));
    }

    private static String event(String id) {
        return """
                {"id": %s, "topic": "laurel.grades", "partition": 0, "offset": %s, "event_type": "t", "code": "no_value",
                 "detail": "the record has no value", "parked_at": "2031-02-03T04:05:06Z"}""".formatted(id, id);
    }

    private static String page(String results, String cursor) {
        return "{\"results\": [" + results + "], \"next_cursor\": " + cursor + "}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String address = exchange.getRequestURI().toString();
        requests.add(address + " " + exchange.getRequestHeaders().getFirst("Authorization"));
        String found = answers.get(address);
        byte[] body = (found == null ? "{\"detail\": \"" + refusal + "\"}" : found).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(found == null ? status : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
