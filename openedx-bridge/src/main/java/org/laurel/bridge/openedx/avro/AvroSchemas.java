package org.laurel.bridge.openedx.avro;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.laurel.bridge.openedx.event.OpenEdxEvent;

/**
 * The Avro schemas of events, as the very text that Open edX's Python code posts to a schema registry: members sorted by name,
 * a space behind each comma and colon, the second use of a record by its bare name. A registry that compares texts gives both
 * sides the same id then.
 */
public final class AvroSchemas {

    private static final String DOC = "Avro Event Format for CloudEvents created with openedx_events/schema";

    private static final Map<OpenEdxEvent<?>, String> TEXTS = new ConcurrentHashMap<>();

    private AvroSchemas() {}

    /** Schema of the record value. */
    public static String value(OpenEdxEvent<?> event) {
        return TEXTS.computeIfAbsent(event, AvroSchemas::write);
    }

    /** Schema of the record key; empty for events without a key. */
    public static Optional<KeySchema> key(OpenEdxEvent<?> event) {
        return KeyField.of(event)
                .map(key -> new KeySchema(
                        "{\"name\": \"" + key.last().name() + "\", \"type\": \""
                                + key.last().kind().avro() + "\"}",
                        key.last().kind().avro()));
    }

    private static String write(OpenEdxEvent<?> event) {
        String data = record(DataClass.of(event.data()), new HashSet<>());
        return "{\"doc\": \"" + DOC + "\", \"fields\": [{\"name\": \"" + event.argument() + "\", \"type\": " + data
                + "}], \"name\": \"CloudEvent\", \"namespace\": \"" + event.type() + "\", \"type\": \"record\"}";
    }

    private static String record(DataClass type, Set<DataClass> written) {
        if (!written.add(type)) {
            return "\"" + type.name() + "\"";
        }
        return type.fields().stream()
                .map(field -> field(field, written))
                .collect(Collectors.joining(
                        ", ", "{\"fields\": [", "], \"name\": \"" + type.name() + "\", \"type\": \"record\"}"));
    }

    private static String field(DataField field, Set<DataClass> written) {
        String type = field.kind() == FieldKind.RECORD
                ? record(field.nested(), written)
                : "\"" + field.kind().avro() + "\"";
        return field.optional()
                ? "{\"default\": null, \"name\": \"" + field.name() + "\", \"type\": [\"null\", " + type + "]}"
                : "{\"name\": \"" + field.name() + "\", \"type\": " + type + "}";
    }

    /**
     * Schema of a record key.
     *
     * @param text what is posted to the registry
     * @param type name of the Avro type, which is part of the registry's subject
     */
    public record KeySchema(String text, String type) {}
}
