package org.laurel.bridge.outbound.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.laurel.bridge.openedx.avro.AvroCodec;
import org.laurel.bridge.openedx.avro.UnwritableEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.schema.app.SchemaIds;
import org.laurel.kit.event.UnprocessableEvent;

/**
 * How an event for Open edX waits in the outbox: as JSON, {@code {"occurred_at", "key_schema", "value_schema", "<argument>":
 * data}}. The ids of its schemas wait with it, so that whoever sends it needs nothing else. What tells of the learner has the
 * {@code learner_id} beside it, by which retirement finds and blanks it there; Open edX never sees that.
 */
@Singleton
class WaitingData {

    private static final String OCCURRED_AT = "occurred_at";
    private static final String KEY_SCHEMA = "key_schema";
    private static final String VALUE_SCHEMA = "value_schema";

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** An event that waited. */
    record Waited<D>(D data, Instant at, SchemaIds.Ids schemas) {}

    /**
     * Writes the event, after trying that Open edX's format has room for it.
     *
     * @throws UnprocessableEvent when it has not
     */
    <D extends Record> String write(OpenEdxEvent<D> type, D data, Instant at, SchemaIds.Ids schemas) {
        try {
            AvroCodec.value(type, data);
        } catch (UnwritableEvent refused) {
            throw new UnprocessableEvent(refused.code(), String.valueOf(refused.getMessage()));
        }
        ObjectNode document = json.createObjectNode();
        document.put(OCCURRED_AT, at.toString());
        document.put(KEY_SCHEMA, schemas.key());
        document.put(VALUE_SCHEMA, schemas.value());
        ObjectNode told = json.valueToTree(data);
        mark(told);
        document.set(type.argument(), told);
        return document.toString();
    }

    /** The text of the record key, where Open edX documents it to be; empty for none. */
    <D extends Record> String key(OpenEdxEvent<D> type, D data) {
        String path = type.keyPath();
        if (path == null) {
            return "";
        }
        JsonNode at = json.valueToTree(data);
        for (String step : path.substring(path.indexOf('.') + 1).split("\\.")) {
            at = at.path(step);
        }
        return at.asText();
    }

    /** Reads what was written. */
    <D extends Record> Waited<D> read(OpenEdxEvent<D> type, String value) {
        try {
            JsonNode document = json.readTree(value);
            return new Waited<>(
                    json.treeToValue(document.path(type.argument()), type.data()),
                    Instant.parse(document.path(OCCURRED_AT).asText()),
                    new SchemaIds.Ids(
                            document.path(KEY_SCHEMA).asInt(),
                            document.path(VALUE_SCHEMA).asInt()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the outbox holds what was written by us only", impossible);
        }
    }

    /** The objects with names get the learner id. */
    private static void mark(ObjectNode data) {
        JsonNode user = data.path("user");
        String learner = user.path("id").asText();
        if (user.path("pii") instanceof ObjectNode names) {
            names.put("learner_id", learner);
        }
        data.put("learner_id", learner);
    }
}
