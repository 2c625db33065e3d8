package org.laurel.completion.xapi.app;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends statements to the learning record store (xAPI 1.0.3, part three, 2.1.2). Follows no redirect: credentials and statements
 * go to the address that the operator has set and to no other.
 */
@Singleton
class LrsClient {

    private static final String VERSION = "1.0.3";
    private static final int LONGEST_WORDS = 500;

    /** Well before a whole answer is late: a store that cannot be reached is not one that has too much to do. */
    private static final int SHARE_TO_CONNECT = 2;

    private static final String LATE = "the store does not answer in time";

    private static final TypeReference<List<UUID>> IDS = new TypeReference<>() {};

    private final LrsSettings settings;
    private final ObjectMapper json;
    private final HttpClient http;

    LrsClient(LrsSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout().dividedBy(SHARE_TO_CONNECT))
                .followRedirects(Redirect.NEVER)
                .version(Version.HTTP_1_1)
                .build();
    }

    /**
     * Posts statements.
     *
     * @param statements each in JSON
     * @throws HttpTimeoutException when the store has been reached and does not answer within the timeout
     * @throws IOException when the store cannot be reached, within half of the timeout
     */
    LrsAnswer post(List<String> statements) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.statements())
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("X-Experience-API-Version", VERSION)
                .POST(BodyPublishers.ofString("[" + String.join(",", statements) + "]"));
        settings.authorization().ifPresent(value -> request.header("Authorization", value));
        HttpResponse<byte[]> answer = send(request.build());
        return new LrsAnswer(answer.statusCode(), ids(answer.body()), words(answer.body()), pause(answer));
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> sent = http.sendAsync(request, answer -> new BodyBeginning());
        try {
            return sent.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof HttpTimeoutException late
                    && !(late instanceof HttpConnectTimeoutException)) {
                throw new HttpTimeoutException(LATE);
            }
            throw new IOException(
                    settings.secrets().mask("the store cannot be reached: " + failed.getCause()), failed.getCause());
        } catch (TimeoutException late) {
            throw new HttpTimeoutException(LATE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("nobody waits for the store any more", interrupted);
        } finally {
            sent.cancel(true);
        }
    }

    /** Text that the database can hold and everybody may read, whatever the store sends. */
    private String words(byte[] body) {
        String text = settings.secrets()
                .mask(new String(body, StandardCharsets.UTF_8))
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        int end = text.length() <= LONGEST_WORDS
                ? text.length()
                : text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_WORDS));
        return text.substring(0, end);
    }

    /** The ids that the store lists, none when the body is anything else. */
    private Set<UUID> ids(byte[] body) {
        try {
            return Set.copyOf(json.readValue(body, IDS));
        } catch (IOException | NullPointerException | IllegalArgumentException other) {
            return Set.of();
        }
    }

    /** Of {@code Retry-After}, which may also be a date: then our own pauses do. */
    private static Duration pause(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }
}
