package org.laurel.stack.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.laurel.stack.StackFailure;

/**
 * Calls endpoints that speak JSON, with a bearer token. Every method throws a {@link StackFailure} when the service does not
 * answer or answers with something else than JSON.
 */
public final class JsonClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final int FIRST_REFUSAL = 400;
    private static final String EVENT = "data:";
    private static final int FIRST_FAILURE = 500;
    private static final List<Integer> BAD_TOKEN = List.of(401, 403);
    private static final String OTHER_TOKEN = "This needs another token; --help tells whether the command takes one.";
    private static final String AS_ANSWERED = "Do as the answer says; --help tells what the command takes.";
    private static final String BAD_SERVICE = "Look at ./laurel status and ./laurel logs.";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .build();
    private final String url;
    private final String token;
    private final Duration limit;

    /**
     * A client.
     *
     * @param url origin of the service or of the proxy before it
     * @param token bearer token
     * @param limit how long an answer may take; what is followed has no limit
     */
    public JsonClient(String url, String token, Duration limit) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.token = token;
        this.limit = limit;
    }

    /** Percent-encodes a part of a path or a query. */
    public static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A body. */
    public static BodyPublisher body(Object content) {
        return BodyPublishers.ofString(JSON.valueToTree(content).toString());
    }

    /** A request to a path, still without its method. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(limit)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    /** The answer, whatever it is. */
    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw silent(failure);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /**
     * What an answer says, missing when it says nothing.
     *
     * @throws StackFailure also when the service refuses
     */
    public JsonNode accepted(HttpResponse<String> response) {
        if (response.statusCode() >= FIRST_REFUSAL) {
            throw refused(response.request(), response.statusCode(), response.body());
        }
        return response.body().isBlank() ? MissingNode.getInstance() : parsed(response.body());
    }

    /**
     * Follows server-sent events until the consumer has seen enough (false) or the service ends them.
     *
     * @throws StackFailure also when the service refuses
     */
    public void follow(String path, Predicate<JsonNode> consumer) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        try {
            HttpResponse<Stream<String>> response = client.send(request, HttpResponse.BodyHandlers.ofLines());
            try (Stream<String> lines = response.body()) {
                if (response.statusCode() >= FIRST_REFUSAL) {
                    throw refused(request, response.statusCode(), String.join("\n", lines.toList()));
                }
                lines.filter(line -> line.startsWith(EVENT))
                        .map(line -> parsed(line.substring(EVENT.length())))
                        .takeWhile(consumer)
                        .forEach(event -> {});
            }
        } catch (IOException | UncheckedIOException failure) {
            throw silent(failure);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new StackFailure("The service answers with something else than JSON.", BAD_SERVICE, malformed);
        }
    }

    /** A problem document speaks for itself; anything else is shown as it is. */
    private static StackFailure refused(HttpRequest request, int status, String body) {
        String detail = body.strip();
        try {
            detail = JSON.readTree(body).path("detail").asText(detail);
        } catch (JsonProcessingException noProblem) {
            // shown as it is
        }
        return new StackFailure(
                request.method() + " " + request.uri().getPath() + " answers " + status + ": " + detail,
                advice(status));
    }

    private static String advice(int status) {
        if (BAD_TOKEN.contains(status)) {
            return OTHER_TOKEN;
        }
        return status < FIRST_FAILURE ? AS_ANSWERED : BAD_SERVICE;
    }

    private StackFailure silent(Exception failure) {
        return new StackFailure(url + " does not answer.", BAD_SERVICE, failure);
    }

    private static StackFailure interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new StackFailure("Interrupted.", "Run the command again.", interrupted);
    }
}
