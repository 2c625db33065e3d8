package org.laurel.stack.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.run.RunStateFile;
import org.laurel.stack.token.SigningKeys;
import org.laurel.stack.token.TokenIssuer;
import org.laurel.stack.token.TokenRequest;

/**
 * The operators' endpoints of the services, called through the reverse proxy as staff. Every method throws a
 * {@link StackFailure} when the service refuses or does not answer.
 */
public final class OperatorsApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String EVENT = "data:";
    private static final String ADVICE = "Look at ./laurel status and ./laurel logs.";
    private static final int NOT_FOUND = 404;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String baseUrl;
    private final String token;

    /**
     * A client.
     *
     * @param baseUrl origin of the proxy
     * @param token bearer token of staff
     */
    public OperatorsApi(String baseUrl, String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    /** The endpoints of the stack that runs here. */
    public static OperatorsApi of(StackPaths paths) {
        String token = new TokenIssuer(SigningKeys.in(paths.keys())).issue(TokenRequest.role("staff"));
        return new OperatorsApi(new RunStateFile(paths).running().baseUrl(), token);
    }

    /** Percent-encodes a part of a path. */
    public static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    /** The first page of a list. */
    public List<JsonNode> list(LaurelService service, String path) {
        JsonNode answer = read(service, path);
        List<JsonNode> items = new ArrayList<>();
        (answer.isArray() ? answer : answer.path("results")).forEach(items::add);
        return items;
    }

    /** One thing. */
    public JsonNode read(LaurelService service, String path) {
        return accepted(send(request(service, path).GET().build()));
    }

    /** Has something done; returns what the service answers. */
    public JsonNode post(LaurelService service, String path) {
        return accepted(send(
                request(service, path).POST(HttpRequest.BodyPublishers.noBody()).build()));
    }

    /** Has something done that takes a body; empty when the service knows no such thing (404). */
    public Optional<JsonNode> post(LaurelService service, String path, Map<String, String> body) {
        HttpRequest request = request(service, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.valueToTree(body).toString()))
                .build();
        HttpResponse<String> response = send(request);
        return response.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(accepted(response));
    }

    /** Follows server-sent events until the consumer has seen enough (false) or the service ends them. */
    public void follow(LaurelService service, String path, Predicate<JsonNode> consumer) {
        HttpRequest request = HttpRequest.newBuilder(uri(service, path))
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

    private HttpRequest.Builder request(LaurelService service, String path) {
        return HttpRequest.newBuilder(uri(service, path))
                .timeout(LIMIT)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private URI uri(LaurelService service, String path) {
        return URI.create(baseUrl + service.operationsPath() + path);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw silent(failure);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static JsonNode accepted(HttpResponse<String> response) {
        if (response.statusCode() >= 400) {
            throw refused(response.request(), response.statusCode(), response.body());
        }
        return parsed(response.body());
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new StackFailure("The service answers with something else than JSON.", ADVICE, malformed);
        }
    }

    private static StackFailure refused(HttpRequest request, int status, String body) {
        return new StackFailure(
                request.method() + " " + request.uri().getPath() + " answers " + status + ": " + body, ADVICE);
    }

    private StackFailure silent(Exception failure) {
        return new StackFailure(baseUrl + " does not answer.", ADVICE, failure);
    }

    private static StackFailure interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new StackFailure("Interrupted.", "Run the command again.", interrupted);
    }
}
