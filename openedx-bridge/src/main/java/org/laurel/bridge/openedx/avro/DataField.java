package org.laurel.bridge.openedx.avro;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A field of a data class.
 *
 * @param name name on the wire, in snake_case
 * @param optional whether it may be null
 * @param component the record component that holds it
 */
record DataField(String name, FieldKind kind, boolean optional, RecordComponent component) {

    static DataField of(RecordComponent component) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new DataField(snakeCase(component.getName()), FieldKind.of(component.getType()), optional, component);
    }

    /** The data class that the field holds; only for fields of kind {@link FieldKind#RECORD}. */
    DataClass nested() {
        return DataClass.of(component.getType().asSubclass(Record.class));
    }

    @Nullable Object value(Record holder) {
        try {
            return component.getAccessor().invoke(holder);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException("cannot read " + component, closed);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
