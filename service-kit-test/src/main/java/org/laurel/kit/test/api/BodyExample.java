package org.laurel.kit.test.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A body of the shape that the OpenAPI document gives for an operation, with a value for every member, and what may be wrong
 * with it.
 *
 * @param json the body; an empty object where the document tells of no shape
 */
public record BodyExample(JsonNode json) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 5;
    private static final String NUL_TEXT = "a\0b";

    /** The example of a schema; {@code document} has the schemas that it refers to. */
    static BodyExample of(JsonNode schema, JsonNode document) {
        return new BodyExample(value(schema, document, 0));
    }

    /**
     * The same body with one fault each: a member of a wrong type, or a text with the character U+0000, which no database
     * keeps. Only members of the body itself and of objects directly in it.
     */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (json instanceof ObjectNode body) {
            collect(body, body, "", faults);
        }
        if (json instanceof ArrayNode list && list.get(0) instanceof ObjectNode first) {
            collect(list, first, "[0].", faults);
        }
        return faults;
    }

    /** A body with one fault, and where it is. */
    record Fault(String where, String body) {}

    private static void collect(JsonNode whole, ObjectNode part, String place, List<Fault> faults) {
        List<String> names = new ArrayList<>();
        part.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode right = part.get(name);
            for (JsonNode wrong : wrongs(right)) {
                part.set(name, wrong);
                faults.add(new Fault(place + name + "=" + wrong, whole.toString()));
            }
            part.set(name, right);
            if (right instanceof ObjectNode inner && place.isEmpty()) {
                collect(whole, inner, name + ".", faults);
            }
        }
    }

    private static List<JsonNode> wrongs(JsonNode right) {
        if (right.isTextual()) {
            return List.of(NODES.textNode(NUL_TEXT), NODES.objectNode());
        }
        return right.isContainerNode()
                ? List.of(NODES.textNode("no container"))
                : List.of(NODES.textNode("no such value"), NODES.objectNode());
    }

    private static JsonNode value(JsonNode schema, JsonNode document, int depth) {
        JsonNode meant = meant(schema, document);
        if (meant.path("enum").has(0)) {
            return meant.path("enum").get(0);
        }
        return switch (type(meant)) {
            case "string" -> NODES.textNode(text(meant.path("format").asText()));
            case "integer" -> NODES.numberNode(Math.max(1, meant.path("minimum").asInt()));
            case "number" -> NODES.numberNode(0.5);
            case "boolean" -> NODES.booleanNode(false);
            case "array" -> list(meant, document, depth);
            default -> object(meant, document, depth);
        };
    }

    private static ArrayNode list(JsonNode schema, JsonNode document, int depth) {
        ArrayNode list = NODES.arrayNode();
        return depth > DEEPEST ? list : list.add(value(schema.path("items"), document, depth + 1));
    }

    private static ObjectNode object(JsonNode schema, JsonNode document, int depth) {
        ObjectNode object = NODES.objectNode();
        if (depth <= DEEPEST) {
            for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
                object.set(member.getKey(), value(member.getValue(), document, depth + 1));
            }
        }
        return object;
    }

    /** The schema itself, or the one that it refers to, also where it may be null. */
    private static JsonNode meant(JsonNode schema, JsonNode document) {
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            for (JsonNode one : schema.path(choice)) {
                if (!"null".equals(type(one))) {
                    return meant(one, document);
                }
            }
        }
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : meant(document.at(reference.substring(1)), document);
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asText() : type.asText();
    }

    private static String text(String format) {
        return switch (format) {
            case "uuid" -> "00000000-0000-4000-8000-000000000000";
            case "date" -> "2026-01-01";
            case "date-time" -> "2026-01-01T00:00:00Z";
            case "uri" -> "https://example.org/some";
            default -> "some";
        };
    }
}
