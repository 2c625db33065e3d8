package org.laurel.events;

import java.util.Optional;

/** The JSON Schemas (draft 2020-12) of the bodies, one per event type. */
public final class EventSchemas {

    private EventSchemas() {}

    /** The schema's text by the name of the event type, or empty when the catalogue does not have the type. */
    public static Optional<String> find(String typeName) {
        return ContractFile.find("schema", typeName, "");
    }
}
