package org.laurel.bridge;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.bridge.openedx.avro.AvroSchemas;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.schema.db.SchemaTable;
import org.laurel.bridge.topic.app.OpenEdxTopics;
import org.laurel.bridge.topic.app.TopicChoice;
import org.laurel.bridge.translation.kafka.Mappings;

/** What a registry said before it went away: most tests work with that. */
@Singleton
public class SeededSchemas {

    /** Setting: whether a registry ever said anything. */
    public static final String SEEDED = "test.registry.seeded";

    void seed(
            @Observes StartupEvent event,
            SchemaTable table,
            TopicChoice choice,
            OpenEdxTopics topics,
            @ConfigProperty(name = SEEDED, defaultValue = "true") boolean seeded) {
        if (seeded) {
            seed(table, choice, topics);
        }
    }

    private static void seed(SchemaTable table, TopicChoice choice, OpenEdxTopics topics) {
        Mappings.in().forEach(in -> table.keepWriter(Bus.schemaId(in.event()), AvroSchemas.value(in.event())));
        Mappings.sent().stream()
                .filter(type -> choice.chosen().of(type.argument()).isPresent())
                .forEach(type -> seed(type, topics.of(type), table));
    }

    private static void seed(OpenEdxEvent<?> type, String topic, SchemaTable table) {
        String schema = AvroSchemas.value(type);
        table.keepId(topic + "-" + type.recordName(), fingerprint(schema), Bus.schemaId(type));
        AvroSchemas.key(type)
                .ifPresent(key -> table.keepId(topic + "-" + key.type(), fingerprint(key.text()), Bus.KEY_SCHEMA));
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
