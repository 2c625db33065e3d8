package org.laurel.completion.xapi.app;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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

    private final LrsSettings settings;
    private final HttpClient http;

    LrsClient(LrsSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(Redirect.NEVER)
                .version(Version.HTTP_1_1)
                .build();
    }

    /**
     * Posts statements.
     *
     * @param statements each in JSON
     * @throws IOException when the store cannot be reached or does not answer within the timeout
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
        return new LrsAnswer(answer.statusCode(), isPage(answer), words(answer.body()), pause(answer));
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
            throw new IOException("the store cannot be reached: " + failed.getCause(), failed.getCause());
        } catch (TimeoutException late) {
            throw new IOException("the store does not answer in time", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("nobody waits for the store any more", interrupted);
        } finally {
            sent.cancel(true);
        }
    }

    /** Text that the database can hold, whatever the store sends. */
    private static String words(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        int end = text.length() <= LONGEST_WORDS
                ? text.length()
                : text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_WORDS));
        return text.substring(0, end);
    }

    private static boolean isPage(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.strip().toLowerCase(Locale.ROOT).startsWith("text/html"))
                .isPresent();
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
