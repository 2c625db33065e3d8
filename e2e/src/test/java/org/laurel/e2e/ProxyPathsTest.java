package org.laurel.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.stack.LaurelService;
import org.laurel.stack.Stack;
import org.laurel.stack.StackPaths;
import org.laurel.stack.proxy.RouteTable;

/** Every operation of every service's OpenAPI document is reached through the reverse proxy. */
@ExtendWith(SharedStack.class)
class ProxyPathsTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final RouteTable ROUTES = RouteTable.read(StackPaths.find().routeFile());
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** An operation with every path parameter filled in, and a media type that it takes. */
    record Operation(LaurelService service, String method, String path, String mediaType, boolean open) {
        @Override
        public String toString() {
            return service.label() + ": " + method + " " + path;
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aRequestThroughTheProxyReachesTheServiceThatHasTheOperation(Operation operation, Stack stack)
            throws Exception {
        // Given
        HttpRequest withoutToken = HttpRequest.newBuilder(URI.create(stack.baseUrl() + operation.path()))
                .header("Content-Type", operation.mediaType())
                .method(operation.method(), HttpRequest.BodyPublishers.ofString(body(operation)))
                .build();

        // When
        HttpResponse<String> response = CLIENT.send(withoutToken, HttpResponse.BodyHandlers.ofString());

        // Then a service that has the operation asks for a token, any other does not know the path
        assertThat(ROUTES.find(operation.path())).contains(operation.service());
        assertThat(response.body()).doesNotContain("No service answers");
        if (!operation.open()) {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(401);
        }
    }

    private static String body(Operation operation) {
        return operation.method().equals("GET") || operation.method().equals("DELETE") ? "" : "{}";
    }

    static Stream<Operation> operations() throws IOException {
        List<Operation> operations = new ArrayList<>();
        for (LaurelService service : LaurelService.everywhere()) {
            Path file = StackPaths.find().home().resolve(service.module()).resolve("src/main/openapi/openapi.yaml");
            new YAMLMapper()
                    .readTree(file.toFile())
                    .path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().stream()
                            .filter(entry -> METHODS.contains(entry.getKey()))
                            .forEach(entry -> operations.add(
                                    operation(service, path.getKey(), entry.getKey(), entry.getValue()))));
        }
        return operations.stream();
    }

    private static Operation operation(LaurelService service, String path, String method, JsonNode description) {
        String filledIn = path.replaceAll("\\{course_(key|id)}", "course-v1%3AOrg%2BCourse%2BRun")
                .replaceAll("\\{cohort_id}", "1")
                .replaceAll("\\{(uuid|id)}", "11111111-2222-4333-8444-555555555555")
                .replaceAll("\\{[^}]+}", "someone");
        boolean open =
                !description.has("security") || description.path("security").isEmpty();
        return new Operation(service, method.toUpperCase(Locale.ROOT), filledIn, mediaType(description), open);
    }

    private static String mediaType(JsonNode description) {
        JsonNode content = description.path("requestBody").path("content");
        if (content.has(FORM) || content.isEmpty()) {
            return content.has(FORM) ? FORM : JSON;
        }
        return content.fieldNames().next();
    }
}
