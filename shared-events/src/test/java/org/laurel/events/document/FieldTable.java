package org.laurel.events.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/** Renders the members of a schema as a Markdown table; members of nested objects follow with a dotted name. */
final class FieldTable {

    private FieldTable() {}

    static String render(JsonNode schema) {
        StringBuilder table = new StringBuilder("| member | type | meaning |\n|---|---|---|\n");
        appendMembers(table, "", schema);
        return table.toString();
    }

    private static void appendMembers(StringBuilder table, String prefix, JsonNode object) {
        object.path("properties").properties().forEach(entry -> {
            JsonNode member = entry.getValue();
            String name = prefix + entry.getKey();
            table.append("| `%s` | %s | %s |\n".formatted(name, type(member), meaning(member)));
            appendMembers(table, name + ".", member);
            appendMembers(table, name + "[].", member.path("items"));
        });
    }

    private static String type(JsonNode member) {
        JsonNode type = member.path("type");
        boolean nullable = type.isArray();
        String name = nullable ? type.get(0).textValue() : type.textValue();
        if (member.path("format").asText().equals("date-time")) {
            name = "time";
        } else if (member.path("format").asText().equals("uuid")) {
            name = "uuid";
        } else if (member.path("format").asText().equals("uri-reference")) {
            name = "address";
        } else if (member.has("items")) {
            name = "list of " + type(member.path("items"));
        } else if (member.path("additionalProperties").isObject()) {
            name = "object of " + type(member.path("additionalProperties"));
        }
        return nullable ? name + " or null" : name;
    }

    private static String meaning(JsonNode member) {
        StringBuilder text = new StringBuilder(member.path("description").textValue());
        if (member.has("minimum")
                && member.has("maximum")
                && member.path("maximum").asLong() < Integer.MAX_VALUE) {
            text.append(" From %s to %s."
                    .formatted(
                            member.path("minimum").asText(),
                            member.path("maximum").asText()));
        }
        if (member.path("minimum").asInt(-1) == 0 && member.path("maximum").asLong() >= Integer.MAX_VALUE) {
            text.append(" Not negative.");
        }
        if (member.has("maxLength")) {
            text.append(
                    " At most %s characters.".formatted(member.path("maxLength").asText()));
        }
        if (member.has("maxItems")) {
            text.append(" At most %s items.".formatted(member.path("maxItems").asText()));
        }
        if (member.has("maxProperties")) {
            text.append(" At most %s entries."
                    .formatted(member.path("maxProperties").asText()));
        }
        if (member.has("enum")) {
            text.append(" One of ").append(values(member.path("enum"))).append('.');
        }
        if (member.path("x-pii").asBoolean()) {
            text.append(" **Personal data.**");
        }
        return text.toString();
    }

    private static String values(JsonNode vocabulary) {
        return vocabulary
                .valueStream()
                .filter(value -> !value.isNull())
                .map(value -> "`" + value.textValue() + "`")
                .collect(Collectors.joining(", "));
    }
}
