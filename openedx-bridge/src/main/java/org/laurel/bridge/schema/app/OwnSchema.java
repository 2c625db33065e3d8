package org.laurel.bridge.schema.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.laurel.bridge.openedx.avro.AvroSchemas;
import org.laurel.bridge.openedx.event.OpenEdxEvent;

/**
 * A schema that we write with.
 *
 * @param subject under which the registry keeps it
 */
record OwnSchema(String subject, String text) {

    /** Of the values of events of a type on a topic. */
    static OwnSchema ofValue(OpenEdxEvent<?> event, String topic) {
        return new OwnSchema(topic + "-" + event.recordName(), AvroSchemas.value(event));
    }

    /** Of their keys; empty for events without one. */
    static Optional<OwnSchema> ofKey(OpenEdxEvent<?> event, String topic) {
        return AvroSchemas.key(event).map(key -> new OwnSchema(topic + "-" + key.type(), key.text()));
    }

    /** Stands for the text in our table. */
    String fingerprint() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
