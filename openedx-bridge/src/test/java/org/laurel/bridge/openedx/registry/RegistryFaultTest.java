package org.laurel.bridge.openedx.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
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
    private static final Answer SUBJECTS = Answer.of(200, "[\"a-value\"]");
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

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 422})
    void takesAnIdForUnknownThatIsRefusedWhileAnotherOneIsAnswered(int status) throws IOException {
        // Given
        Answer refused = Answer.of(status, "{\"error_code\":" + status + "}");
        SchemaRegistry asked = registryAnswering(FOUND, refused, FOUND, refused, FOUND);
        assertThat(asked.schema(7, "a-value")).isPresent();

        // When
        Optional<String> schema = asked.schema(1_094_861_636, "a-value");

        // Then
        assertThat(schema).isEmpty();
        assertThat(requests()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 422})
    void takesAnIdForUnknownThatIsRefusedBeforeAnythingElseWasAsked(int status) throws IOException {
        // Given
        Answer refused = Answer.of(status, "{\"error_code\":" + status + "}");
        SchemaRegistry asked = registryAnswering(refused, SUBJECTS, refused, SUBJECTS);

        // When
        Optional<String> schema = asked.schema(2_147_483_647, "a-value");

        // Then
        assertThat(schema).isEmpty();
        assertThat(requests()).extracting(Request::line).contains("GET /subjects");
    }

    @Test
    void takesAnIdForUnknownThatIsRefusedByARegistryThatWasSetUpAnew() throws IOException {
        // Given
        Answer refused = Answer.of(422, "{\"error_code\":422}");
        SchemaRegistry asked = registryAnswering(FOUND, refused, NOT_FOUND, SUBJECTS, refused, SUBJECTS);
        assertThat(asked.schema(7, "a-value")).isPresent();

        // When
        Optional<String> schema = asked.schema(2_147_483_647, "a-value");

        // Then
        assertThat(schema).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 503})
    void aRegistryThatComesBackAfterTheQuestionIsAskedOnceMore(int status) throws IOException {
        // Given
        Answer away = Answer.of(status, "<html>away</html>");
        List<Answer> script = new ArrayList<>(List.of(FOUND));
        int tries = status == 503 ? 4 : 1;
        for (int i = 1; i < SchemaRegistry.SUSPICIOUS; i++) {
            script.addAll(Collections.nCopies(tries + 1, away));
        }
        script.addAll(Collections.nCopies(tries, away));
        script.add(FOUND);
        SchemaRegistry asked = registryAnswering(script.toArray(Answer[]::new));
        assertThat(asked.schema(7, "a-value")).isPresent();
        for (int i = 1; i < SchemaRegistry.SUSPICIOUS; i++) {
            assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> asked.schema(41, "a-value"));
        }

        // When
        Optional<String> schema = asked.schema(41, "a-value");

        // Then
        assertThat(schema).isPresent();
    }

    @Test
    void takesNoIdForUnknownThatFailsWhileTheRegistryComesAndGoes() throws IOException {
        // Given
        Answer away = Answer.of(503, "");
        List<Answer> flapping = new ArrayList<>(Collections.nCopies(4, away));
        flapping.addAll(List.of(FOUND, away, away));
        List<Answer> script = new ArrayList<>(List.of(FOUND));
        for (int i = 0; i <= SchemaRegistry.SUSPICIOUS; i++) {
            script.addAll(flapping);
        }
        SchemaRegistry asked = registryAnswering(script.toArray(Answer[]::new));
        assertThat(asked.schema(7, "a-value")).isPresent();

        // Then
        for (int i = 0; i <= SchemaRegistry.SUSPICIOUS; i++) {
            assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> asked.schema(41, "a-value"));
        }
    }

    @Test
    void takesNoIdForUnknownWhenTheAddressIsWrongNow() throws IOException {
        // Given
        SchemaRegistry asked = registryAnswering(FOUND, Answer.of(404, "<html>no</html>"));
        assertThat(asked.schema(7, "a-value")).isPresent();

        // Then
        for (int i = 0; i <= SchemaRegistry.SUSPICIOUS; i++) {
            assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> asked.schema(8, "a-value"));
        }
    }

    @Test
    void takesAnIdForUnknownThatFailsAgainAndAgainWhileAnotherOneIsAnswered() throws IOException {
        // Given
        Answer broken = Answer.of(500, "");
        List<Answer> script = new ArrayList<>(List.of(FOUND));
        for (int i = 0; i < SchemaRegistry.SUSPICIOUS; i++) {
            script.addAll(Collections.nCopies(4, broken));
            script.addAll(List.of(FOUND, broken, FOUND));
        }
        SchemaRegistry asked = registryAnswering(script.toArray(Answer[]::new));
        assertThat(asked.schema(7, "a-value")).isPresent();
        for (int i = 1; i < SchemaRegistry.SUSPICIOUS; i++) {
            assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> asked.schema(8, "a-value"));
        }

        // When
        Optional<String> schema = asked.schema(8, "a-value");

        // Then
        assertThat(schema).isEmpty();
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
                RegistrySettings.of(server.url() + "/", Optional.of("k"), Optional.of("s"), Duration.ofSeconds(5), false),
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
        ScriptedServer started = ScriptedServer.answering(answers);
        server = started;
        RegistrySettings settings = new RegistrySettings(
                URI.create(started.url()),
                null,
                Duration.ofSeconds(1),
                3,
                Duration.ofMillis(5),
                Duration.ofSeconds(5),
                patience);
        SchemaRegistry asked = new SchemaRegistry(settings, new TestClock(now));
        registry = asked;
        return asked;
    }

    /** A clock that stands still until somebody moves it. */
    private static final class TestClock extends Clock {

        private final AtomicReference<Instant> time;

        TestClock(AtomicReference<Instant> time) {
            this.time = time;
        }

        @Override
        public Instant instant() {
            return Objects.requireNonNull(time.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
