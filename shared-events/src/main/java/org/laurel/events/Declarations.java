package org.laurel.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types that the catalogue declares, in that order and by name. Filled while the catalogue's class is initialised. */
final class Declarations {

    private final Map<String, EventType<?>> byName = new LinkedHashMap<>();

    /** Opens a group of types that share topic and writers. */
    Group on(Topic topic, Set<Writer> writers) {
        return new Group(topic, writers);
    }

    List<EventType<?>> all() {
        return List.copyOf(byName.values());
    }

    Optional<EventType<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Where types with the same topic and the same writers are added. */
    final class Group {

        private final Topic topic;
        private final Set<Writer> writers;

        private Group(Topic topic, Set<Writer> writers) {
            this.topic = topic;
            this.writers = writers;
        }

        /** Adds a type; names are unique. */
        <T extends EventBody> EventType<T> add(String name, Class<T> body, String description) {
            EventType<T> type = new EventType<>(name, body, topic, writers, description);
            if (byName.putIfAbsent(name, type) != null) {
                throw new IllegalArgumentException("event type " + name + " is declared twice");
            }
            return type;
        }
    }
}
