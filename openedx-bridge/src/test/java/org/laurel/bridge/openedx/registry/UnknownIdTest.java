package org.laurel.bridge.openedx.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.bridge.openedx.registry.ScriptedServer.Answer;
import org.laurel.bridge.openedx.registry.ScriptedServer.Request;

/** Which ids are taken for unknown, so that what names them is parked, and for which the registry is waited for. */
class UnknownIdTest {

    private static final Answer FOUND = Answer.of(200, "{\"schema\":\"\\\"string\\\"\"}");
    private static final Answer SUBJECTS = Answer.of(200, "[\"a-value\"]");
    private static final Answer NOT_FOUND = Answer.of(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-02-03T04:05:06Z"));
    private @Nullable ScriptedRegistry scripted;

    @AfterEach
    void stop() {
        Optional.ofNullable(scripted).ifPresent(ScriptedRegistry::close);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 422})
    void takesAnIdForUnknownThatIsRefusedWhileAnotherOneIsAnswered(int status) throws IOException {
        // Given
        Answer refused = Answer.of(status, "{\"error_code\":" + status + "}");
        SchemaRegistry asked = answering(FOUND, refused, FOUND, refused, FOUND);
        assertThat(asked.schema(7, "a-value")).isPresent();

        // When
        Optional<String> schema = asked.schema(1_094_861_636, "a-value");

        // Then
        assertThat(schema).isEmpty();
        assertThat(server().requests()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 422})
    void takesAnIdForUnknownThatIsRefusedBeforeAnythingElseWasAsked(int status) throws IOException {
        // Given
        Answer refused = Answer.of(status, "{\"error_code\":" + status + "}");
        SchemaRegistry asked = answering(refused, SUBJECTS, refused, SUBJECTS);

        // When
        Optional<String> schema = asked.schema(2_147_483_647, "a-value");

        // Then
        assertThat(schema).isEmpty();
        assertThat(server().requests()).extracting(Request::line).contains("GET /subjects");
    }

    @Test
    void takesAnIdForUnknownThatIsRefusedByARegistryThatWasSetUpAnew() throws IOException {
        // Given
        Answer refused = Answer.of(422, "{\"error_code\":422}");
        SchemaRegistry asked = answering(FOUND, refused, NOT_FOUND, SUBJECTS, refused, SUBJECTS);
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
        SchemaRegistry asked = answering(script.toArray(Answer[]::new));
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
        SchemaRegistry asked = answering(script.toArray(Answer[]::new));
        assertThat(asked.schema(7, "a-value")).isPresent();

        // Then
        for (int i = 0; i <= SchemaRegistry.SUSPICIOUS; i++) {
            assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> asked.schema(41, "a-value"));
        }
    }

    @Test
    void takesNoIdForUnknownWhenTheAddressIsWrongNow() throws IOException {
        // Given
        SchemaRegistry asked = answering(FOUND, Answer.of(404, "<html>no</html>"));
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
        SchemaRegistry asked = answering(script.toArray(Answer[]::new));
        assertThat(asked.schema(7, "a-value")).isPresent();
        for (int i = 1; i < SchemaRegistry.SUSPICIOUS; i++) {
            assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> asked.schema(8, "a-value"));
        }

        // When
        Optional<String> schema = asked.schema(8, "a-value");

        // Then
        assertThat(schema).isEmpty();
    }

    private ScriptedServer server() {
        return Objects.requireNonNull(scripted).server();
    }

    private SchemaRegistry answering(Answer... answers) throws IOException {
        ScriptedRegistry started = ScriptedRegistry.answering(now, Duration.ofSeconds(30), answers);
        scripted = started;
        return started.registry();
    }
}
