package org.laurel.bridge.schema.app;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.laurel.bridge.openedx.avro.AvroSchemas;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.registry.RegistryUnavailable;
import org.laurel.bridge.openedx.registry.SchemaRegistry;
import org.laurel.bridge.schema.db.SchemaTable;

/**
 * Knows under which ids the registry keeps the schemas that we write. Each is registered once per process, as Open edX's
 * producers do; while the registry is away, the id that it gave before holds.
 */
@Singleton
public class SchemaIds {

    private final SchemaRegistry registry;
    private final SchemaTable table;
    private final RegistryAbsence absence;
    private final Map<String, Integer> known = new ConcurrentHashMap<>();

    SchemaIds(SchemaRegistry registry, SchemaTable table, RegistryAbsence absence) {
        this.registry = registry;
        this.table = table;
        this.absence = absence;
    }

    /**
     * Ids of the schemas of an event's key and value.
     *
     * @param key 0 for an event without a key
     */
    public record Ids(int key, int value) {}

    /**
     * The ids for events of a type on a topic.
     *
     * @throws RegistryUnavailable when the registry is away and never gave them
     */
    public Ids of(OpenEdxEvent<?> event, String topic) {
        int value = id(topic + "-" + event.recordName(), AvroSchemas.value(event));
        return AvroSchemas.key(event)
                .map(key -> new Ids(id(topic + "-" + key.type(), key.text()), value))
                .orElseGet(() -> new Ids(0, value));
    }

    private int id(String subject, String schema) {
        Integer id = known.get(subject + schema);
        if (id == null) {
            id = ask(subject, schema);
            known.put(subject + schema, id);
        }
        return id;
    }

    private int ask(String subject, String schema) {
        String fingerprint = fingerprint(schema);
        return absence.ask(
                () -> {
                    int id = registry.register(subject, schema);
                    table.keepId(subject, fingerprint, id);
                    return id;
                },
                () -> table.id(subject, fingerprint));
    }

    private static String fingerprint(String schema) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(schema.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
