package org.laurel.bridge.schema.app;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.laurel.bridge.openedx.event.OpenEdxEvent;

/** Chooses the ids with which an event that waited is sent: a registry may have been set up anew meanwhile. */
@Singleton
public class LatestIds {

    private final SchemaIds ids;

    LatestIds(SchemaIds ids) {
        this.ids = ids;
    }

    /**
     * What the registry said after the event was appended, otherwise what waits with it.
     *
     * @param waiting with ids below 1 where none wait with it
     * @throws SchemaIdAwaited when none do, and the registry never gave them; it is asked for them now
     */
    public SchemaIds.Ids of(OpenEdxEvent<?> event, String topic, SchemaIds.Ids waiting, Instant appendedAt) {
        Optional<OwnSchema> key = OwnSchema.ofKey(event, topic);
        if (waiting.value() < 1 || (key.isPresent() && waiting.key() < 1)) {
            return ids.of(event, topic);
        }
        return new SchemaIds.Ids(
                key.map(schema -> latest(schema, waiting.key(), appendedAt)).orElse(0),
                latest(OwnSchema.ofValue(event, topic), waiting.value(), appendedAt));
    }

    private int latest(OwnSchema schema, int waiting, Instant appendedAt) {
        return ids.known(schema)
                .filter(found -> found.toldAt().isAfter(appendedAt))
                .map(SchemaIds.Known::id)
                .orElse(waiting);
    }
}
