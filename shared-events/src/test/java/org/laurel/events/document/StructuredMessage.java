package org.laurel.events.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.laurel.events.CloudEventHeaders;
import org.laurel.events.ContractFiles;
import org.laurel.events.EventType;
import org.laurel.events.Writer;

/**
 * The second form of a message that other platforms may send: a CloudEvent in structured mode, whose value carries attributes
 * and body in one document. AsyncAPI has no word for the two modes, so each is a message of its own.
 */
final class StructuredMessage {

    /** The name of the trait that all of them share. */
    static final String TRAIT = "structuredCloudEvent";

    private static final String SUFFIX = ".structured";
    private static final ObjectMapper JSON = new ObjectMapper();

    private StructuredMessage() {}

    /** Whether Laurel takes the type from others; what it writes itself is in binary mode. */
    static boolean isTaken(EventType<?> type) {
        return type.writers().contains(Writer.PLATFORM);
    }

    /** Its name in the document. */
    static String name(EventType<?> type) {
        return type.name() + SUFFIX;
    }

    static ObjectNode render(EventType<?> type) {
        ObjectNode body = (ObjectNode) ContractFiles.tree(ContractFiles.schema(type));
        ObjectNode message = JSON.createObjectNode()
                .put("name", type.name())
                .put("title", body.path("title").textValue() + ", in structured mode")
                .put("summary", type.description())
                .put("contentType", CloudEventHeaders.STRUCTURED_JSON);
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/" + TRAIT);
        message.putObject("payload").put("schemaFormat", AsyncApiDocument.DRAFT).set("schema", envelope(type, body));
        message.putArray("examples").addObject().set("payload", example(type));
        return message;
    }

    /** No headers are asked for: that is what the mode is for. */
    static ObjectNode trait() {
        ObjectNode trait = JSON.createObjectNode();
        trait.put(
                "description",
                "The record key is that of binary mode. A producer that can set headers sends content-type: %s and no ce_* headers."
                        .formatted(CloudEventHeaders.STRUCTURED_JSON));
        trait.set("bindings", AsyncApiDocument.recordKey());
        return trait;
    }

    private static ObjectNode envelope(EventType<?> type, ObjectNode body) {
        ObjectNode envelope = JSON.createObjectNode().put("type", "object");
        List.of("specversion", "id", "source", "type").forEach(envelope.withArrayProperty("required")::add);
        ObjectNode properties = envelope.putObject("properties");
        properties.putObject("specversion").put("const", CloudEventHeaders.SPECVERSION_VALUE);
        properties.putObject("type").put("const", type.name());
        AsyncApiDocument.HEADERS.forEach((header, description) -> {
            String attribute = header.replaceFirst("^ce_", "");
            if (!properties.has(attribute)) {
                String meaning = description.replace("ce_", "");
                properties.putObject(attribute).put("type", "string").put("description", meaning);
            }
        });
        properties.putObject("datacontenttype").put("type", "string").put("description", "JSON, where it is there.");
        properties.set("data", body.without(List.of("$schema", "$id", "x-consumers")));
        properties
                .putObject("data_base64")
                .put("type", "string")
                .put("contentEncoding", "base64")
                .put("description", "The body's JSON in UTF-8, in place of data.");
        envelope.withArrayProperty("oneOf").addObject().putArray("required").add("data");
        envelope.withArrayProperty("oneOf").addObject().putArray("required").add("data_base64");
        return envelope;
    }

    private static JsonNode example(EventType<?> type) {
        ObjectNode example = JSON.createObjectNode()
                .put("specversion", CloudEventHeaders.SPECVERSION_VALUE)
                .put("id", "f3b2")
                .put("source", "/my-platform")
                .put("type", type.name());
        return example.set("data", ContractFiles.tree(ContractFiles.sample(type)));
    }
}
