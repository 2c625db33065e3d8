package org.laurel.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.laurel.stack.StackFailure;

/** Laurel's REST API as a service client calls it, through the reverse proxy. May be used by many threads at once. */
public final class LaurelApi implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String baseUrl;
    private final String token;

    /**
     * A client.
     *
     * @param baseUrl origin of the proxy
     * @param token bearer token of a service
     */
    public LaurelApi(String baseUrl, String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    /** Percent-encodes a key for a path or a query. */
    static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    String baseUrl() {
        return baseUrl;
    }

    /**
     * Reads something.
     *
     * @return empty if it does not exist (404)
     * @throws StackFailure if Laurel refuses or does not answer
     */
    Optional<JsonNode> find(String path) {
        HttpResponse<String> response = send(request(path).GET().build());
        return response.statusCode() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(Json.read(accepted("GET", path, response).body()));
    }

    /** Creates or replaces something; fails as {@link #find} does. */
    void put(String path, Object body) {
        accepted("PUT", path, send(withBody("PUT", path, body)));
    }

    /** Asks for something to be done; fails as {@link #find} does. */
    void post(String path, Object body) {
        accepted("POST", path, send(withBody("POST", path, body)));
    }

    private HttpRequest withBody(String method, String path, Object body) {
        return request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(Json.tree(body).toString()))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(LIMIT)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> accepted(String method, String path, HttpResponse<String> response) {
        if (response.statusCode() >= 400) {
            throw new StackFailure(
                    method + " " + path + " answers " + response.statusCode() + ": " + response.body(),
                    "Look at ./laurel logs and ./laurel status.");
        }
        return response;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new StackFailure(
                    request.method() + " " + request.uri() + " is not answered: " + failure,
                    "Look at ./laurel status.",
                    failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", "Run the command again.", interrupted);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
