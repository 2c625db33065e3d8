package org.laurel.kit.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.test.Tokens;
import org.laurel.sample.KitTest;

/** Bodies that are too large are refused with an answer that says what to do, however they come. */
@KitTest
@TestProfile(LargeBodiesTest.LowLimits.class)
class LargeBodiesTest {

    private static final String ADDITIONS = "/api/tally/v1/additions";
    private static final int LARGEST = 256 * 1024;
    private static final int SERVER = 1280 * 1024;

    /** Limits that a test reaches soon. */
    public static class LowLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("laurel.http.max-body-size", "256K", "quarkus.http.limits.max-body-size", "1280K");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {LARGEST + 1, SERVER, SERVER + 1, 7 * LARGEST})
    void aDeclaredBodyIsRefused(int size) throws IOException, InterruptedException {
        assertRefused(send(BodyPublishers.ofByteArray(addition(size))));
    }

    @ParameterizedTest
    @ValueSource(ints = {LARGEST + 1, SERVER, 3 * SERVER})
    void aBodyOfUndeclaredSizeIsCounted(int size) throws IOException, InterruptedException {
        assertRefused(send(undeclared(size)));
    }

    @Test
    void theLargestBodyIsTakenIn() throws IOException, InterruptedException {
        assertThat(send(BodyPublishers.ofByteArray(addition(LARGEST))).statusCode())
                .isEqualTo(201);
        assertThat(send(undeclared(LARGEST)).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 300000\r\nExpect: 100-continue", "Content-Length: 1000000000"})
    void whoWaitsForConsentNeedNotSendAndNobodySendsForEver(String headers) throws IOException {
        // Given
        URI address = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
        String request = "POST " + ADDITIONS + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + headers + "\r\n\r\n";

        // When
        String answer;
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        // Then
        assertThat(answer).startsWith("HTTP/1.1 413").contains("body_too_large");
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(Problem.MEDIA_TYPE);
        assertThat(answer.body())
                .contains(
                        "\"error_code\":\"body_too_large\"",
                        LARGEST + " bytes",
                        "Split it",
                        "\"instance\":\"" + ADDITIONS);
    }

    private static BodyPublisher undeclared(int size) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(addition(size)));
    }

    /** A JSON document of this size, most of it blanks. */
    private static byte[] addition(int size) {
        String json = "{\"learner_id\": \"large-bodies\", \"amount\": 1";
        return (json + " ".repeat(size - json.length() - 1) + "}").getBytes(StandardCharsets.US_ASCII);
    }

    private static HttpResponse<String> send(BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + ADDITIONS))
                .header("Authorization", "Bearer " + Tokens.staff())
                .header("Content-Type", "application/json")
                .version(HttpClient.Version.HTTP_1_1)
                .POST(body)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
