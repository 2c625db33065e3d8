package org.laurel.kit.event;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.events.EventType;

/** All handlers of the service by the type that they want. */
@Singleton
public class EventHandlers {

    private final Map<String, List<EventHandler<?>>> byType;
    private final Map<String, EventType<?>> types;
    private final Set<String> subjects;

    EventHandlers(@All List<EventHandler<?>> handlers) {
        byType = handlers.stream()
                .sorted(Comparator.comparing(handler -> handler.getClass().getName()))
                .flatMap(handler -> handler.types().stream().map(type -> new Wanted(type.name(), handler)))
                .collect(Collectors.groupingBy(
                        Wanted::type,
                        LinkedHashMap::new,
                        Collectors.mapping(Wanted::handler, Collectors.toUnmodifiableList())));
        types = handlers.stream()
                .flatMap(handler -> handler.types().stream())
                .collect(Collectors.toUnmodifiableMap(EventType::name, type -> type, (one, same) -> one));
        subjects = types.values().stream().map(EventType::subject).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The type with this name, empty when nobody here wants it.
     *
     * @throws UnprocessableEvent when the subject is known but this major version of it is not
     */
    public Optional<EventType<?>> wanted(String typeName) {
        EventType<?> type = types.get(typeName);
        if (type != null) {
            return Optional.of(type);
        }
        int version = typeName.lastIndexOf(".v");
        if (version > 0 && subjects.contains(typeName.substring(0, version))) {
            throw new UnprocessableEvent("unknown_version", "no handler for " + typeName);
        }
        return Optional.empty();
    }

    /** The handlers of a wanted type, in a fixed order. */
    public List<EventHandler<?>> of(EventType<?> type) {
        return byType.getOrDefault(type.name(), List.of());
    }

    private record Wanted(String type, EventHandler<?> handler) {}
}
