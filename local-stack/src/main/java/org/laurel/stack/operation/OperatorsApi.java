package org.laurel.stack.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackFailure;
import org.laurel.stack.rest.JsonClient;

/**
 * The operators' endpoints of the services, called through the reverse proxy as staff. Every method throws a
 * {@link StackFailure} when the service refuses or does not answer.
 */
public final class OperatorsApi {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;

    private final JsonClient client;
    private final Supplier<List<LaurelService>> services;

    /**
     * A client of a deployment with the services that every one has.
     *
     * @param baseUrl origin of the proxy
     * @param token bearer token of staff
     */
    public OperatorsApi(String baseUrl, String token) {
        this(new JsonClient(baseUrl, token, LIMIT), LaurelService::everywhere);
    }

    /**
     * The endpoints of a deployment.
     *
     * @param services those that it has; asked for when all are meant
     */
    public OperatorsApi(JsonClient client, Supplier<List<LaurelService>> services) {
        this.client = client;
        this.services = services;
    }

    /**
     * The service with this label, or all of the deployment when none is asked for.
     *
     * @throws StackFailure if there is none
     */
    public List<LaurelService> chosen(@Nullable String label) {
        return label == null ? services.get() : List.of(LaurelService.named(label));
    }

    /** The first page of a list. */
    public List<JsonNode> list(LaurelService service, String path) {
        JsonNode answer = read(service, path);
        List<JsonNode> items = new ArrayList<>();
        (answer.isArray() ? answer : answer.path("results")).forEach(items::add);
        return items;
    }

    /**
     * All of a list, page by page; only one page is held at a time.
     *
     * @param parameter by which the list takes the cursor of the next page
     */
    public void list(LaurelService service, String path, String parameter, Consumer<JsonNode> each) {
        String next = path + (path.contains("?") ? "&" : "?") + parameter + "=";
        String cursor = "";
        do {
            JsonNode page = read(service, cursor.isEmpty() ? path : next + JsonClient.encoded(cursor));
            page.path("results").forEach(each);
            cursor = page.hasNonNull("next_cursor") ? page.get("next_cursor").asText() : "";
        } while (!cursor.isEmpty());
    }

    /** One thing. */
    public JsonNode read(LaurelService service, String path) {
        return client.accepted(client.send(request(service, path).GET().build()));
    }

    /** Has something done; returns what the service answers. */
    public JsonNode post(LaurelService service, String path) {
        return client.accepted(
                client.send(request(service, path).POST(BodyPublishers.noBody()).build()));
    }

    /** Has something done that takes a body; empty when the service knows no such thing (404). */
    public Optional<JsonNode> post(LaurelService service, String path, Map<String, String> body) {
        HttpRequest request = request(service, path)
                .header("Content-Type", "application/json")
                .POST(JsonClient.body(body))
                .build();
        HttpResponse<String> response = client.send(request);
        return response.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(client.accepted(response));
    }

    /** Follows server-sent events until the consumer has seen enough (false) or the service ends them. */
    public void follow(LaurelService service, String path, Predicate<JsonNode> consumer) {
        client.follow(service.operationsPath() + path, consumer);
    }

    private HttpRequest.Builder request(LaurelService service, String path) {
        return client.request(service.operationsPath() + path);
    }
}
