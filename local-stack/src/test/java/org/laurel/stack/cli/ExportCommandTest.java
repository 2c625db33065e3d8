package org.laurel.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One document of what all services hold about a learner. */
class ExportCommandTest {

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> answers = new HashMap<>();

    @AutoClose
    private final Commands commands;

    private final Path data;

    ExportCommandTest(@TempDir Path data) throws IOException {
        this.data = data;
        commands = new Commands(data, this::answer);
    }

    @Test
    void asksAllServicesAndEnrollmentByTheIdThatTheOthersTell() throws IOException {
        // Given
        answers.put("/api/programs/v1/learners/ada%20l/data", "{\"learner_id\": \"42\", \"data\": {}}");
        answers.put("/api/enrollment/v1/learners/42/data", "{\"learner_id\": \"42\", \"data\": {\"account\": []}}");
        Path file = data.resolve("ada.json");
        Files.writeString(file, "of somebody else, and longer than needed");

        // When
        int exitCode = run("--user", "ada l", "--output", file.toString());

        // Then
        assertThat(exitCode).isZero();
        JsonNode document = new ObjectMapper().readTree(Files.readString(file));
        assertThat(document.path("learner_id").asText()).isEqualTo("42");
        assertThat(document.path("services").path("certificates").isNull()).isTrue();
        assertThat(document.at("/services/enrollment/data/account").isArray()).isTrue();
        assertThat(requests)
                .allMatch(request -> request.endsWith(" Bearer secret"))
                .hasSize(4);
        assertThat(commands.out()).contains("wrote ").doesNotContain("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void takesTheIdThatIsGivenAndPrintsTheDocument() {
        // Given
        answers.put("/api/enrollment/v1/learners/7/data", "{\"learner_id\": \"7\"}");

        // When
        int exitCode = run("--user", "ada", "--learner-id", "7");

        // Then
        assertThat(exitCode).isZero();
        assertThat(commands.out()).contains("\"username\" : \"ada\"", "\"learner_id\" : \"7\"");
    }

    @Test
    void exitsWithOneWhenNobodyKnowsTheLearner() {
        // Given When
        int exitCode = run("--user", "nobody");

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(commands.err()).contains("No service knows");
    }

    @Test
    void writesNothingWhenTheServicesSpeakOfSeveralLearners() {
        // Given
        answers.put("/api/certificates/v1/learners/ada/data", "{\"learner_id\": \"41\"}");
        answers.put("/api/programs/v1/learners/ada/data", "{\"learner_id\": \"42\"}");
        Path file = data.resolve("mixed.json");

        // When
        int exitCode = run("--user", "ada", "--output", file.toString());

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(file).doesNotExist();
        assertThat(commands.err()).contains("programs does not speak of the learner");
    }

    @Test
    void writesNothingWhenADocumentIsOfAnotherLearnerThanTheOneGiven() {
        // Given
        answers.put("/api/programs/v1/learners/ada/data", "{\"learner_id\": \"42\"}");

        // When
        int exitCode = run("--user", "ada", "--learner-id", "7");

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(commands.out()).doesNotContain("42");
    }

    private int run(String... options) {
        List<String> line = new ArrayList<>(List.of("export", "--service-url", commands.url(), "--token", "secret"));
        line.addAll(List.of(options));
        return commands.execute(line.toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        requests.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
        String body = answers.get(path);
        byte[] bytes = (body == null ? "{\"detail\": \"No such learner.\"}" : body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
