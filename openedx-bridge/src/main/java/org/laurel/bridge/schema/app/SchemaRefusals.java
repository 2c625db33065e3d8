package org.laurel.bridge.schema.app;

import jakarta.inject.Singleton;
import org.laurel.bridge.openedx.event.OpenEdxEvent;

/** Knows what the registry does not let us write, for which nobody may wait. */
@Singleton
public class SchemaRefusals {

    private final SchemaIds ids;

    SchemaRefusals(SchemaIds ids) {
        this.ids = ids;
    }

    /** Whether it refuses schemas of events of a type on a topic, and never gave ids for them. */
    public boolean concern(OpenEdxEvent<?> event, String topic) {
        return ids.isRefused(OwnSchema.ofValue(event, topic))
                || OwnSchema.ofKey(event, topic).filter(ids::isRefused).isPresent();
    }
}
