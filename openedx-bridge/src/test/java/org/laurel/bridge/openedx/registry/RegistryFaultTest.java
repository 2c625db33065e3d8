package org.laurel.bridge.openedx.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.bridge.openedx.registry.ScriptedServer.Answer;
import org.laurel.bridge.openedx.registry.ScriptedServer.Request;
import org.laurel.kit.event.UnprocessableEvent;
import org.laurel.kit.sql.Failures;

/** What the client does when a registry, or whatever stands at its address, misbehaves. */
class RegistryFaultTest {

    private static final String SUBJECT = "dev-topic-a.b.v1.CloudEvent";
    private static final Answer FOUND = Answer.of(200, "{\"schema\":\"\\\"string\\\"\"}");
    private static final Answer NOT_FOUND = Answer.of(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");
    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private @Nullable ScriptedServer server;
    private @Nullable SchemaRegistry registry;

    @AfterEach
    void stop() {
        Optional.ofNullable(registry).ifPresent(SchemaRegistry::close);
        Optional.ofNullable(server).ifPresent(ScriptedServer::close);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void triesAgainWhatMayPass(int status) throws IOException {
        // Given
        SchemaRegistry asked = registryAnswering(Answer.of(status, "busy"), Answer.of(status, "busy"), FOUND);

        // When
        Optional<String> schema = asked.schema(7, "a-value");

        // Then
        assertThat(schema).contains("\"string\"");
        assertThat(requests()).extracting(Request::line).hasSize(3).containsOnly("GET /schemas/ids/7?subject=a-value");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void givesUpAfterThreeRetriesAndLetsTheWorkWait(int status) throws IOException {
        // Given
        SchemaRegistry asked = registryAnswering(Answer.of(status, ""));

        // When
        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> asked.register(SUBJECT, "\"string\""))
                .matches(Failures::isTransient)
                .extracting(RegistryUnavailable::waitsFor)
                .isEqualTo("the schema registry, which answers " + status);

        // Then
        assertThat(requests()).hasSize(4);
    }

    @Test
    void waitsAsLongAsTheRegistryAsksFor() throws IOException {
        // Given
        SchemaRegistry asked = registryAnswering(Answer.of(429, "").with("Retry-After", "1"), FOUND);
        long begin = System.nanoTime();

        // When
        asked.schema(7, "a-value");

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "Tue, 03 Feb 2026 05:05:06 GMT"})
    void doesNotWaitForAnHour(String retryAfter) throws IOException {
        // Given
        SchemaRegistry asked = registryAnswering(Answer.of(503, "").with("Retry-After", retryAfter), FOUND);

        // When
        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> asked.schema(7, "a-value"));

        // Then
        assertThat(asked(7)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "Mon, 02 Feb 2026 05:05:06 GMT"})
    void doesNotMindAnOddRetryAfter(String retryAfter) throws IOException {
        // Given
        SchemaRegistry asked = registryAnswering(Answer.of(503, "").with("Retry-After", retryAfter), FOUND);

        // When
        Optional<String> schema = asked.schema(7, "a-value");

        // Then
        assertThat(schema).isPresent();
    }

    @Test
    void doesNotWaitForASilentServer() throws IOException {
        // Given
        SchemaRegistry asked = registryAnswering(Answer.silence());

        // Then
        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> asked.schema(7, "a-value"))
                .matches(Failures::isTransient);
        assertThat(asked(7)).hasSize(4);
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        // Given
        SchemaRegistry asked = registryAnswering(FOUND);
        Optional.ofNullable(server).ifPresent(ScriptedServer::close);

        // Then
        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> asked.schema(7, "a-value"))
                .withMessage("the schema registry cannot be reached");
    }

    @ParameterizedTest
    @CsvSource({
        "401, 'refuses our credentials (401); set laurel.openedx.registry-key and -secret'",
        "403, 'refuses our credentials (403); set laurel.openedx.registry-key and -secret'",
        "404, 'is not at this address (404); is the path of its URL missing?'",
        "302, answers 302",
        "400, answers 400",
    })
    void asksOnceWhatOnlyAnOperatorCanMend(int status, String words) throws IOException {
        // Given
        SchemaRegistry asked = registryAnswering(Answer.of(status, "<html>no</html>"));

        // When
        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> asked.schema(7, "a-value"))
                .withMessage("the schema registry " + words);

        // Then
        assertThat(asked(7)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Welcome</html>", "", "[]", "{}", "{\"id\":\"7\"}", "{\"id\":0}", "{\"id\":1.5}"})
    void takesGarbageForAbsence(String body) throws IOException {
        // Given
        SchemaRegistry asked = registryAnswering(Answer.of(200, body));

        // Then
        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> asked.register(SUBJECT, "\"string\""));
        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> asked.schema(7, "a-value"));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 409, 422})
    void namesTheSubjectThatRefusesASchemaAndLetsTheWorkWait(int status) throws IOException {
        // Given
        SchemaRegistry asked = registryAnswering(Answer.of(status, "{\"error_code\":" + status + "}"));

        // Then
        assertThatExceptionOfType(SchemaRefused.class)
                .isThrownBy(() -> asked.register(SUBJECT, "\"string\""))
                .withMessageContaining(SUBJECT)
                .withMessageContaining("(" + status + ")")
                .matches(Failures::isTransient);
    }

    @Test
    void refusesSchemasOfOtherLanguages() throws IOException {
        // Given
        SchemaRegistry asked = registryAnswering(Answer.of(200, "{\"schema\":\"{}\",\"schemaType\":\"JSON\"}"));

        // Then
        assertThatExceptionOfType(UnprocessableEvent.class)
                .isThrownBy(() -> asked.schema(7, "a-value"))
                .matches(refused -> refused.code().equals("bad_schema"));
    }

    @Test
    void asksAgainForAnUnknownIdAfterAWhile() throws IOException {
        // Given
        SchemaRegistry asked = registryAnswering(NOT_FOUND, FOUND);
        assertThat(asked.schema(7, "a-value")).isEmpty();
        assertThat(asked.schema(7, "a-value")).isEmpty();
        assertThat(requests()).hasSize(1);

        // When
        now.set(NOW.plus(SchemaRegistry.UNKNOWN_FOR));

        // Then
        assertThat(asked.schema(7, "a-value")).contains("\"string\"");
    }

    @Test
    void asksForNoNumberThatIsNoId() throws IOException {
        // Given
        SchemaRegistry asked = registryAnswering(FOUND);

        // When
        Optional<String> schema = asked.schema(-1, "a-value");

        // Then
        assertThat(schema).isEmpty();
        assertThat(requests()).isEmpty();
    }

    @Test
    void doesNotReadAnAnswerWithoutEnd() throws IOException {
        // Given
        SchemaRegistry asked = registryAnswering(Answer.of(200, "x".repeat(5_000_000)));

        // Then
        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> asked.schema(7, "a-value"))
                .withMessage("the schema registry answers with more than 4000000 bytes");
    }

    @Test
    void losesPatienceWithACallBeforeAllRetriesAreMade() throws IOException {
        // Given
        SchemaRegistry asked = registryAnswering(Duration.ofMillis(1_500), Answer.silence());

        // When
        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> asked.schema(7, "a-value"));

        // Then
        assertThat(requests()).hasSizeLessThan(4);
    }

    @Test
    void registersAsPythonDoes() throws IOException {
        // Given
        SchemaRegistry asked = registryAnswering(Answer.of(200, "{\"id\":7,\"version\":1,\"guid\":\"x\"}"));

        // When
        int id = asked.register("a topic-a/b.CloudEvent", "{\"type\": \"string\"}");

        // Then
        assertThat(id).isEqualTo(7);
        assertThat(requests())
                .containsExactly(new Request(
                        "POST /subjects/a%20topic-a%2Fb.CloudEvent/versions?normalize=False",
                        null, "{\"schema\":\"{\\\"type\\\": \\\"string\\\"}\"}"));
    }

    @Test
    void sendsItsCredentials() throws IOException {
        // Given
        server = ScriptedServer.answering(FOUND);
        registry = new SchemaRegistry(
                RegistrySettings.of(
                        server.url() + "/", Optional.of("k"), Optional.of("s"), Duration.ofSeconds(5), false),
                Clock.systemUTC());

        // When
        registry.schema(7, "a-value");

        // Then
        assertThat(requests()).extracting(Request::authorization).containsExactly("Basic azpz");
    }

    private List<Request> requests() {
        return server == null ? List.of() : server.requests();
    }

    private List<Request> asked(int id) {
        return requests().stream()
                .filter(request -> request.line().startsWith("GET /schemas/ids/" + id))
                .toList();
    }

    private SchemaRegistry registryAnswering(Answer... answers) throws IOException {
        return registryAnswering(Duration.ofSeconds(30), answers);
    }

    private SchemaRegistry registryAnswering(Duration patience, Answer... answers) throws IOException {
        ScriptedRegistry started = ScriptedRegistry.answering(now, patience, answers);
        server = started.server();
        registry = started.registry();
        return started.registry();
    }
}
