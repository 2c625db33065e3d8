package org.laurel.events.document;

import java.util.Comparator;
import java.util.stream.Collectors;
import org.laurel.events.EventType;
import org.laurel.events.Writer;

/** Names who may publish a type, in a fixed order. */
final class Producers {

    private Producers() {}

    static String of(EventType<?> type) {
        return type.writers().stream()
                .sorted(Comparator.naturalOrder())
                .map(Writer::displayName)
                .collect(Collectors.joining(", "));
    }
}
