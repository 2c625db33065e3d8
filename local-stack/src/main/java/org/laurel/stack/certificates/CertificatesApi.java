package org.laurel.stack.certificates;

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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackFailure;

/** The certificates service's own endpoints. Every method throws a {@link StackFailure} when it refuses or does not answer. */
final class CertificatesApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "/api/certificates/v1";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String EVENT = "data:";
    private static final String ADVICE = "Look at the service's answer above, ./laurel status and ./laurel logs.";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String url;
    private final String token;

    /**
     * A client.
     *
     * @param url origin of the service or of the proxy before it
     * @param token bearer token of staff or of a service client
     */
    CertificatesApi(String url, String token) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.token = token;
    }

    /** Percent-encodes a part of a path or a query. */
    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Reads something. */
    JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    /** Asks for something that needs no body. */
    JsonNode post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()).build());
    }

    /** Sends a JSON body; the answer may be empty. */
    JsonNode send(String method, String path, @Nullable Object body) {
        BodyPublisher publisher = body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(JSON.valueToTree(body).toString());
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build());
    }

    /** Sends bytes as they are. */
    JsonNode upload(String path, String mediaType, byte[] bytes) {
        return send(request(path)
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofByteArray(bytes))
                .build());
    }

    /** Follows server-sent events until the consumer has seen enough (false) or the service ends them. */
    void follow(String path, Predicate<JsonNode> consumer) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + BASE + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        try {
            HttpResponse<Stream<String>> response = client.send(request, HttpResponse.BodyHandlers.ofLines());
            try (Stream<String> lines = response.body()) {
                if (response.statusCode() >= 400) {
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

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + BASE + path))
                .timeout(LIMIT)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw refused(request, response.statusCode(), response.body());
            }
            return response.body().isBlank() ? MissingNode.getInstance() : parsed(response.body());
        } catch (IOException failure) {
            throw silent(failure);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new StackFailure("The service answers with something else than JSON.", ADVICE, malformed);
        }
    }

    /** A problem document speaks for itself; anything else is shown as it is. */
    private static StackFailure refused(HttpRequest request, int status, String body) {
        String detail = body;
        try {
            JsonNode problem = JSON.readTree(body);
            detail = problem.path("detail").asText(body);
        } catch (JsonProcessingException noProblem) {
            detail = body.strip();
        }
        return new StackFailure(
                request.method() + " " + request.uri().getPath() + " answers " + status + ": " + detail, ADVICE);
    }

    private StackFailure silent(Exception failure) {
        return new StackFailure(url + " does not answer.", ADVICE, failure);
    }

    private static StackFailure interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new StackFailure("Interrupted.", "Run the command again.", interrupted);
    }
}
