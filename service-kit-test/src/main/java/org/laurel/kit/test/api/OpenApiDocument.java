package org.laurel.kit.test.api;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The OpenAPI document that a service under test serves, without the address of the server that happens to run. */
final class OpenApiDocument {

    private static final List<String> PARTS = List.of("openapi", "info", "tags", "paths", "components");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final Map<String, List<String>> CODES = Map.of(
            "#/components/responses/RequestInProgress", List.of("request_in_progress"),
            "#/components/responses/KeyReused", List.of("idempotency_key_reused", "event_too_large"));
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER, YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES, YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private final JsonNode root;

    private OpenApiDocument(JsonNode root) {
        this.root = root;
    }

    /** Asks the service that the current Quarkus test runs. */
    static OpenApiDocument served() {
        return parse(given().accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    static OpenApiDocument parse(String yaml) {
        try {
            JsonNode root = YAML.readTree(yaml);
            return new OpenApiDocument(root instanceof ObjectNode object ? ordered(object) : root);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("not YAML", malformed);
        }
    }

    /** In which order a service gives its parts depends on the machine that built it. */
    private static ObjectNode ordered(ObjectNode served) {
        served.remove("servers");
        ObjectNode ordered = served.objectNode();
        PARTS.stream().filter(served::has).forEach(part -> ordered.set(part, served.remove(part)));
        return ordered.setAll(served);
    }

    /** The document in the form in which it is committed; what is in its parts in the order in which the service gives it. */
    String yaml() {
        try {
            return YAML.writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** All operations, in the order of the document. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
                if (METHODS.contains(member.getKey())) {
                    operations.add(operation(path.getKey(), path.getValue(), member));
                }
            }
        }
        return operations;
    }

    private Operation operation(String path, JsonNode pathItem, Map.Entry<String, JsonNode> member) {
        JsonNode operation = member.getValue();
        Map<String, BodyExample> bodies = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> content :
                operation.path("requestBody").path("content").properties()) {
            bodies.put(content.getKey(), BodyExample.of(content.getValue().path("schema"), root));
        }
        Set<String> statuses = new HashSet<>();
        operation.path("responses").properties().forEach(response -> statuses.addAll(answers(response)));
        return new Operation(
                member.getKey().toUpperCase(Locale.ROOT),
                path,
                parameters("path", pathItem, operation),
                parameters("query", pathItem, operation),
                bodies,
                operation.path("x-public").asBoolean(false),
                statuses);
    }

    private static List<Operation.Parameter> parameters(String place, JsonNode pathItem, JsonNode operation) {
        List<Operation.Parameter> parameters = new ArrayList<>();
        for (JsonNode list : List.of(pathItem.path("parameters"), operation.path("parameters"))) {
            for (JsonNode parameter : list) {
                if (parameter.path("in").asText().equals(place)) {
                    parameters.add(parameter(parameter));
                }
            }
        }
        return parameters;
    }

    /** The status, with the error codes where the document tells of nothing but what the kit answers for every change. */
    private static List<String> answers(Map.Entry<String, JsonNode> response) {
        List<String> codes = CODES.get(response.getValue().path("$ref").asText());
        return codes == null
                ? List.of(response.getKey())
                : codes.stream().map(code -> response.getKey() + " " + code).toList();
    }

    private static Operation.Parameter parameter(JsonNode parameter) {
        JsonNode schema = parameter.path("schema");
        return new Operation.Parameter(
                parameter.path("name").asText(),
                schema.path("type").asText(),
                schema.path("format").asText(),
                schema.path("pattern").asText());
    }
}
