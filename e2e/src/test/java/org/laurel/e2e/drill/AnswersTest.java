package org.laurel.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The drills notice answers that nobody may get without the database. */
class AnswersTest {
    private static final HttpRequest REQUEST =
            HttpRequest.newBuilder(URI.create("http://localhost/api/things/1")).build();

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 304, 404, 409, 410, 422})
    void whatOnlyTheDatabaseKnowsIsPretended(int status) {
        // Given
        Answers answers = answered(status);

        // When
        List<String> pretended = answers.pretended(answered(status));

        // Then
        assertThat(pretended).containsExactly("GET /api/things/1 " + status);
        assertThat(answers.refused()).isEmpty();
    }

    @Test
    void whoIsToldToComeBackIsToldTheTruth() {
        assertThat(answered(503).pretended(Answers.none())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 405, 415})
    void soIsWhoIsRefusedWithTheDatabaseToo(int status) {
        // Given
        Answers answers = answered(status);

        // When
        List<String> pretended = answers.pretended(answered(status));

        // Then
        assertThat(pretended).isEmpty();
        assertThat(answers.refused()).containsExactly(REQUEST);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 404, 503})
    void whoIsRefusedOnlyWithoutTheDatabaseIsNot(int withDatabase) {
        assertThat(answered(400).pretended(answered(withDatabase))).containsExactly("GET /api/things/1 400");
    }

    @Test
    void fewAnswersNeedNoDatabase() {
        assertThat(Operations.needsDatabase("GET /api/programs/ops/consumers 200"))
                .isFalse();
        assertThat(Operations.needsDatabase("GET /api/programs/ops/consumers 404"))
                .isTrue();
        assertThat(Operations.needsDatabase("POST /api/programs/ops/consumers/pause 200"))
                .isTrue();
        assertThat(Operations.needsDatabase("GET /credentials/0123456789abcdef0123456789abcdef 404"))
                .isTrue();
    }

    @Test
    void operationsAreAskedForThingsThatThereMayBe() {
        // When
        List<String> paths = Operations.of("http://localhost", "t").stream()
                .map(request -> request.uri().getPath())
                .toList();

        // Then
        assertThat(paths)
                .contains(
                        "/credentials/0123456789abcdef0123456789abcdef",
                        "/credentials/example/0123456789abcdef0123456789abcdef",
                        "/certificates/0123456789abcdef0123456789abcdef/0123456789abcdef0123456789abcdef.pdf",
                        "/api/certificates/v1/command-configurations/cert_generation");
    }

    private static Answers answered(int status) {
        Answers answers = Answers.none();
        answers.newest().put(REQUEST, status);
        return answers;
    }
}
