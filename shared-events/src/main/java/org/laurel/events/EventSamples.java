package org.laurel.events;

import java.util.Optional;

/** One valid body per event type, for documentation and tests. Samples are never changed within a major version. */
public final class EventSamples {

    private EventSamples() {}

    /** The sample's text by the name of the event type, or empty when the catalogue does not have the type. */
    public static Optional<String> find(String typeName) {
        return ContractFile.find("sample", typeName);
    }
}
