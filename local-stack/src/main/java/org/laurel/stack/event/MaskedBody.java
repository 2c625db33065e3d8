package org.laurel.stack.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.laurel.events.EventSchemas;

/**
 * Bodies of events without personal data, so that a terminal and what it logs hold none: members that the schema of the type
 * marks as personal, and those that no schema knows, are masked.
 */
public final class MaskedBody {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode MASK = TextNode.valueOf("***");

    private final Map<String, JsonNode> schemas = new HashMap<>();

    /** The body as JSON in one line; how many bytes it has when nobody can tell what is personal in it. */
    public String of(ReceivedEvent event) {
        try {
            JsonNode value = JSON.readTree(event.value());
            boolean isStructured = value.has("specversion") && value.has("data");
            JsonNode schema = schema(isStructured ? value.path("type").asText() : event.type());
            if (schema.isMissingNode()) {
                return hidden(event);
            }
            return masked(schema, isStructured ? value.path("data") : value).toString();
        } catch (JsonProcessingException noJson) {
            return hidden(event);
        }
    }

    private static String hidden(ReceivedEvent event) {
        return "(" + event.value().getBytes(StandardCharsets.UTF_8).length + " bytes)";
    }

    private JsonNode schema(String type) {
        JsonNode read = schemas.get(type);
        return read != null
                ? read
                : EventSchemas.find(type).map(text -> keep(type, text)).orElse(MissingNode.getInstance());
    }

    private JsonNode keep(String type, String text) {
        JsonNode schema = parsed(text);
        schemas.put(type, schema);
        return schema;
    }

    private static JsonNode masked(JsonNode schema, JsonNode value) {
        if (value.isNull()) {
            return value;
        }
        if (schema.isMissingNode() || schema.path("x-pii").asBoolean()) {
            return MASK;
        }
        if (value.isArray()) {
            ArrayNode items = JSON.createArrayNode();
            value.forEach(item -> items.add(masked(schema.path("items"), item)));
            return items;
        }
        if (value.isObject()) {
            ObjectNode members = JSON.createObjectNode();
            value.properties()
                    .forEach(member -> members.set(
                            member.getKey(),
                            masked(schema.path("properties").path(member.getKey()), member.getValue())));
            return members;
        }
        return schema.has("properties") || schema.has("items") ? MASK : value;
    }

    private static JsonNode parsed(String schema) {
        try {
            return JSON.readTree(schema);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
