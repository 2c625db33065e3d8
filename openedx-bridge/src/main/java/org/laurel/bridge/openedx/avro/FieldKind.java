package org.laurel.bridge.openedx.avro;

import java.time.Instant;
import org.laurel.bridge.openedx.event.OpenEdxEvent;

/** What a field of a data class may be, and its name in an Avro schema. A time is a text on the wire. */
enum FieldKind {
    TEXT("string"),
    TIME("string"),
    LONG("long"),
    DOUBLE("double"),
    BOOLEAN("boolean"),
    RECORD("record");

    private final String avro;

    FieldKind(String avro) {
        this.avro = avro;
    }

    String avro() {
        return avro;
    }

    /**
     * The kind of a Java type.
     *
     * @throws IllegalArgumentException when records of {@link OpenEdxEvent} must not use it
     */
    static FieldKind of(Class<?> type) {
        if (type == String.class) {
            return TEXT;
        }
        if (type == Instant.class) {
            return TIME;
        }
        if (type == long.class || type == Long.class) {
            return LONG;
        }
        if (type == double.class || type == Double.class) {
            return DOUBLE;
        }
        if (type == boolean.class || type == Boolean.class) {
            return BOOLEAN;
        }
        if (type.isRecord()) {
            return RECORD;
        }
        throw new IllegalArgumentException(type + " has no form on Open edX's wire");
    }
}
