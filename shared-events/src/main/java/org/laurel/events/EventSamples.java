package org.laurel.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Valid bodies of every event type, for documentation and tests. A sample is never changed within a major version: when
 * a type gains a member, another sample shows it, and the older ones prove that bodies of older producers stay readable.
 */
public final class EventSamples {

    private EventSamples() {}

    /** The newest sample by the name of the event type, or empty when the catalogue does not have the type. */
    public static Optional<String> find(String typeName) {
        List<String> samples = all(typeName);
        return samples.isEmpty() ? Optional.empty() : Optional.of(samples.getLast());
    }

    /**
     * Every sample of the type, the oldest first; empty when the catalogue does not have the type. The first lies in
     * {@code <type>.json}, the next in {@code <type>.2.json}, and so on.
     */
    public static List<String> all(String typeName) {
        List<String> samples = new ArrayList<>();
        Optional<String> next = ContractFile.find("sample", typeName, "");
        while (next.isPresent()) {
            samples.add(next.get());
            next = ContractFile.find("sample", typeName, "." + (samples.size() + 1));
        }
        return List.copyOf(samples);
    }
}
