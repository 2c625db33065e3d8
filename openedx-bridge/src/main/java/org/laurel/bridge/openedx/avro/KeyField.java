package org.laurel.bridge.openedx.avro;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.laurel.bridge.openedx.event.OpenEdxEvent;

/**
 * Where in the data of an event its record key stands.
 *
 * @param steps fields from the outermost to the one that is the key
 */
record KeyField(List<DataField> steps) {

    /**
     * The key of an event; empty for events without a key.
     *
     * @throws IllegalArgumentException when the path leads nowhere, or to a record or an optional field, which Open edX
     *     cannot write as a key either
     */
    static Optional<KeyField> of(OpenEdxEvent<?> event) {
        String path = event.keyPath();
        if (path == null) {
            return Optional.empty();
        }
        List<String> names = Arrays.asList(path.split("\\."));
        if (!names.getFirst().equals(event.argument())) {
            throw new IllegalArgumentException(path + " does not start at " + event.argument());
        }
        List<DataField> steps = new ArrayList<>();
        DataClass holder = DataClass.of(event.data());
        for (String name : names.subList(1, names.size())) {
            DataField field = holder.field(name);
            steps.add(field);
            if (field.optional()) {
                throw new IllegalArgumentException(path + " passes an optional field");
            }
            holder = field.kind() == FieldKind.RECORD ? field.nested() : holder;
        }
        KeyField key = new KeyField(steps);
        if (key.last().kind() == FieldKind.RECORD) {
            throw new IllegalArgumentException(path + " is a record");
        }
        return Optional.of(key);
    }

    DataField last() {
        return steps.getLast();
    }
}
