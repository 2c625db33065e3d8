package org.laurel.bridge.openedx.avro;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data class of Open edX, as its record describes it.
 *
 * @param name bare name, which is the name in the schema too
 * @param fields in wire order
 */
record DataClass(String name, List<DataField> fields, Constructor<? extends Record> constructor) {

    private static final ClassValue<DataClass> KNOWN = new ClassValue<>() {
        @Override
        protected DataClass computeValue(Class<?> type) {
            return describe(type.asSubclass(Record.class));
        }
    };

    static DataClass of(Class<? extends Record> type) {
        return KNOWN.get(type);
    }

    /** The field with this name on the wire. */
    DataField field(String wanted) {
        return fields.stream()
                .filter(field -> field.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no field " + wanted));
    }

    /** A value of the class; values in wire order. */
    Record create(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException("cannot make a " + name, closed);
        }
    }

    private static DataClass describe(Class<? extends Record> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return new DataClass(
                    type.getSimpleName(),
                    Arrays.stream(components).map(DataField::of).toList(),
                    type.getDeclaredConstructor(types));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(type + " is no record", impossible);
        }
    }
}
