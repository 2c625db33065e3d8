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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.rest.JsonClient;
import org.laurel.stack.run.RunState;
import org.laurel.stack.run.RunStateFile;
import org.laurel.stack.token.SigningKeys;
import org.laurel.stack.token.TokenIssuer;
import org.laurel.stack.token.TokenRequest;

/**
 * The operators' endpoints of the services, called through the reverse proxy as staff. Every method throws a
 * {@link StackFailure} when the service refuses or does not answer.
 */
public final class OperatorsApi {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;

    private final JsonClient client;
    private final List<LaurelService> services;

    /**
     * A client of a deployment with the services that every one has.
     *
     * @param baseUrl origin of the proxy
     * @param token bearer token of staff
     */
    public OperatorsApi(String baseUrl, String token) {
        this(baseUrl, token, LaurelService.everywhere());
    }

    private OperatorsApi(String baseUrl, String token, List<LaurelService> services) {
        this.client = new JsonClient(baseUrl, token, LIMIT);
        this.services = services;
    }

    /** The endpoints of the stack that runs here. */
    public static OperatorsApi of(StackPaths paths) {
        String token = new TokenIssuer(SigningKeys.in(paths.keys())).issue(TokenRequest.role("staff"));
        RunState stack = new RunStateFile(paths).running();
        return new OperatorsApi(stack.baseUrl(), token, stack.services());
    }

    /**
     * The service with this label, or all of the deployment when none is asked for.
     *
     * @throws StackFailure if there is none
     */
    public List<LaurelService> chosen(@Nullable String label) {
        return label == null ? services : List.of(LaurelService.named(label));
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
