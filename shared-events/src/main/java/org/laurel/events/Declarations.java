package org.laurel.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types that the catalogue declares, in that order and by name. Filled while the catalogue's class is initialised. */
final class Declarations {

    private final Map<String, EventType<?>> byName = new LinkedHashMap<>();

    /** Adds a type; names are unique. */
    <T extends EventBody> EventType<T> add(
            String name, Class<T> body, Topic topic, Set<Writer> writers, String description) {
        EventType<T> type = new EventType<>(name, body, topic, writers, description);
        if (byName.putIfAbsent(name, type) != null) {
            throw new IllegalArgumentException("event type " + name + " is declared twice");
        }
        return type;
    }

    List<EventType<?>> all() {
        return List.copyOf(byName.values());
    }

    Optional<EventType<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
