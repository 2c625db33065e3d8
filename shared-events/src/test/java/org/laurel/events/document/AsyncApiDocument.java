package org.laurel.events.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.laurel.events.CloudEventHeaders;
import org.laurel.events.ContractFiles;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.events.Topic;
import org.laurel.events.Writer;

/** Renders {@code docs/asyncapi.yaml}, an AsyncAPI 3.0 document, seen from Laurel: it sends what its services write. */
final class AsyncApiDocument {

    static final String DRAFT = "application/schema+json;version=draft-2020-12";
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .stringQuotingChecker(new TimesQuoted())
            .build()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR));

    /** What the attributes of a CloudEvent mean, by the header that carries them in binary mode. */
    static final Map<String, String> HEADERS = headers();

    private AsyncApiDocument() {}

    static String render() {
        ObjectNode document = YAML.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Laurel events")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "Kafka topics of CloudEvents 1.0.2 with JSON values. What Laurel sends is in binary mode; what it receives"
                                + " from other platforms may be in structured mode as well, which the messages whose names end in"
                                + " .structured describe. Generated from shared-events; do not edit.");
        document.put("defaultContentType", CloudEventHeaders.JSON);
        ObjectNode channels = document.putObject("channels");
        for (Topic topic : Topic.values()) {
            channels.set(topic.topicName(), channel(topic));
        }
        ObjectNode operations = document.putObject("operations");
        EventCatalogue.all().forEach(type -> addOperations(operations, type));
        ObjectNode components = document.putObject("components");
        components
                .putObject("messageTraits")
                .<ObjectNode>set("cloudEvent", cloudEvent())
                .set(StructuredMessage.TRAIT, StructuredMessage.trait());
        ObjectNode messages = components.putObject("messages");
        EventCatalogue.all().forEach(type -> messages.set(type.name(), message(type)));
        EventCatalogue.all().stream()
                .filter(StructuredMessage::isTaken)
                .forEach(type -> messages.set(StructuredMessage.name(type), StructuredMessage.render(type)));
        return write(document);
    }

    private static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CloudEventHeaders.SPECVERSION, "Always 1.0.");
        headers.put(CloudEventHeaders.ID, "Unique together with ce_source.");
        headers.put(CloudEventHeaders.SOURCE, "URI reference of the producer.");
        headers.put(CloudEventHeaders.TYPE, "The message's name.");
        headers.put(CloudEventHeaders.TIME, "When the event was published, RFC 3339.");
        headers.put(CloudEventHeaders.SUBJECT, "What the event is about.");
        headers.put(CloudEventHeaders.SEQUENCE, "Integer that orders facts with the same occurred_at.");
        headers.put(CloudEventHeaders.CORRELATION_ID, "Id of the outer cause.");
        headers.put(CloudEventHeaders.CAUSATION_ID, "Id of the event that directly caused this one.");
        headers.put(CloudEventHeaders.ORIGIN, "Set by a bridge and copied along the chain of causes.");
        headers.put(CloudEventHeaders.TRACEPARENT, "W3C trace context.");
        return headers;
    }

    private static ObjectNode channel(Topic topic) {
        ObjectNode channel = YAML.createObjectNode().put("address", topic.topicName());
        channel.put("description", "Key: " + topic.keyedBy().name().toLowerCase(Locale.ROOT) + ".");
        ObjectNode messages = channel.putObject("messages");
        typesOf(topic)
                .flatMap(AsyncApiDocument::forms)
                .forEach(name -> messages.putObject(name).put("$ref", "#/components/messages/" + name));
        channel.putObject("bindings").putObject("kafka").put("topic", topic.topicName());
        channel.put("x-largest-value", topic.largestValue());
        channel.put("x-personal-data", topic.carriesPersonalData());
        return channel;
    }

    private static Stream<EventType<?>> typesOf(Topic topic) {
        return EventCatalogue.all().stream().filter(type -> type.topic() == topic);
    }

    /** The messages that carry the type on its topic. */
    private static Stream<String> forms(EventType<?> type) {
        return StructuredMessage.isTaken(type)
                ? Stream.of(type.name(), StructuredMessage.name(type))
                : Stream.of(type.name());
    }

    private static void addOperations(ObjectNode operations, EventType<?> type) {
        if (type.writers().stream().anyMatch(writer -> writer != Writer.PLATFORM)) {
            addOperation(operations, "send", type, Stream.of(type.name()));
        }
        if (type.writers().contains(Writer.PLATFORM)) {
            addOperation(operations, "receive", type, forms(type));
        }
    }

    private static void addOperation(ObjectNode operations, String action, EventType<?> type, Stream<String> messages) {
        String channel = "#/channels/" + type.topic().topicName();
        ObjectNode operation = operations.putObject(action + "." + type.name()).put("action", action);
        operation.putObject("channel").put("$ref", channel);
        operation.put("summary", type.description());
        ArrayNode forms = operation.putArray("messages");
        messages.forEach(name -> forms.addObject().put("$ref", channel + "/messages/" + name));
    }

    private static ObjectNode message(EventType<?> type) {
        ObjectNode schema = (ObjectNode) ContractFiles.tree(ContractFiles.schema(type));
        ObjectNode message = YAML.createObjectNode()
                .put("name", type.name())
                .put("title", schema.path("title").textValue())
                .put("summary", type.description())
                .put("contentType", CloudEventHeaders.JSON);
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/cloudEvent");
        message.putObject("payload").put("schemaFormat", DRAFT).set("schema", schema);
        message.putArray("examples").addObject().set("payload", ContractFiles.tree(ContractFiles.sample(type)));
        message.put("x-producers", Producers.of(type));
        return message;
    }

    /** What all messages share: the headers and the form of the key. */
    private static ObjectNode cloudEvent() {
        ObjectNode trait = YAML.createObjectNode();
        ObjectNode headers = trait.putObject("headers").put("type", "object");
        headers.putArray("required")
                .add(CloudEventHeaders.SPECVERSION)
                .add(CloudEventHeaders.ID)
                .add(CloudEventHeaders.SOURCE)
                .add(CloudEventHeaders.TYPE);
        ObjectNode properties = headers.putObject("properties");
        HEADERS.forEach((name, description) ->
                properties.putObject(name).put("type", "string").put("description", description));
        trait.set("bindings", recordKey());
        return trait;
    }

    /** The form of the record key, which is the same in both modes. */
    static ObjectNode recordKey() {
        ObjectNode bindings = YAML.createObjectNode();
        bindings.putObject("kafka").putObject("key").put("type", "string").put("maxLength", 255);
        return bindings;
    }

    private static String write(ObjectNode document) {
        try {
            return YAML.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
