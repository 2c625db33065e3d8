package org.laurel.stack.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackFailure;
import org.laurel.stack.rest.JsonClient;

/** The certificates service's own endpoints. Every method throws a {@link StackFailure} when it refuses or does not answer. */
final class CertificatesApi {
    private static final String BASE = "/api/certificates/v1";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final JsonClient client;

    /**
     * A client.
     *
     * @param url origin of the service or of the proxy before it
     * @param token bearer token of staff or of a service client
     */
    CertificatesApi(String url, String token) {
        this.client = new JsonClient(url, token, LIMIT);
    }

    /** Reads something. */
    JsonNode get(String path) {
        return send(client.request(BASE + path).GET().build());
    }

    /** Asks for something that needs no body. */
    JsonNode post(String path) {
        return send(client.request(BASE + path).POST(BodyPublishers.noBody()).build());
    }

    /** Sends a JSON body; the answer may be empty. */
    JsonNode send(String method, String path, @Nullable Object body) {
        return send(client.request(BASE + path)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : JsonClient.body(body))
                .build());
    }

    /** Sends bytes as they are. */
    JsonNode upload(String path, String mediaType, byte[] bytes) {
        return send(client.request(BASE + path)
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofByteArray(bytes))
                .build());
    }

    /** Follows server-sent events until the consumer has seen enough (false) or the service ends them. */
    void follow(String path, Predicate<JsonNode> consumer) {
        client.follow(BASE + path, consumer);
    }

    private JsonNode send(HttpRequest request) {
        return client.accepted(client.send(request));
    }
}
