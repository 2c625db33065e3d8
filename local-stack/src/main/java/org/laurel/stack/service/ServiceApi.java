package org.laurel.stack.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackFailure;
import org.laurel.stack.rest.JsonClient;

/** A service's own endpoints. Every method throws a {@link StackFailure} when it refuses or does not answer. */
public final class ServiceApi {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final JsonClient client;
    private final String base;

    /**
     * A client.
     *
     * @param url origin of the service or of the proxy before it
     * @param token bearer token of staff or of a service client
     * @param base where the endpoints lie, which paths begin after
     */
    ServiceApi(String url, String token, String base) {
        this.base = base;
        this.client = new JsonClient(url, token, LIMIT);
    }

    /** Reads something. */
    public JsonNode get(String path) {
        return send(client.request(base + path).GET().build());
    }

    /** Asks for something that needs no body. */
    public JsonNode post(String path) {
        return send(client.request(base + path).POST(BodyPublishers.noBody()).build());
    }

    /** Sends a JSON body; the answer may be empty. */
    public JsonNode send(String method, String path, @Nullable Object body) {
        return send(client.request(base + path)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : JsonClient.body(body))
                .build());
    }

    /** Sends bytes as they are. */
    public JsonNode upload(String path, String mediaType, byte[] bytes) {
        return send(client.request(base + path)
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofByteArray(bytes))
                .build());
    }

    /** Follows server-sent events until the consumer has seen enough (false) or the service ends them. */
    public void follow(String path, Predicate<JsonNode> consumer) {
        client.follow(base + path, consumer);
    }

    private JsonNode send(HttpRequest request) {
        return client.accepted(client.send(request));
    }
}
