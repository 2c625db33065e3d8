package org.laurel.bridge.openedx.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Writes values as Avro, following the records. Used for one body. */
final class BodyWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Writes all fields of a value; {@code path} is where it stands, for messages. */
    void write(DataClass type, Record value, String path) {
        for (DataField field : type.fields()) {
            write(field, field.value(value), path + "." + field.name());
        }
    }

    /** Writes one field. */
    void write(DataField field, @Nullable Object value, String path) {
        try {
            if (field.optional()) {
                encoder.writeIndex(value == null ? 0 : 1);
            }
            if (value != null) {
                present(field, value, path);
            } else if (!field.optional()) {
                throw new UnwritableEvent("missing_value", path + " must not be null in Open edX's event type");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void present(DataField field, Object value, String path) throws IOException {
        switch (field.kind()) {
            case TEXT -> encoder.writeString((String) value);
            case TIME -> encoder.writeString(time((Instant) value, path));
            case LONG -> encoder.writeLong((Long) value);
            case DOUBLE -> encoder.writeDouble(finite((Double) value, path));
            case BOOLEAN -> encoder.writeBoolean((Boolean) value);
            case RECORD -> write(field.nested(), (Record) value, path);
        }
    }

    private static String time(Instant time, String path) {
        try {
            return WireTime.write(time);
        } catch (DateTimeException outside) {
            throw new UnwritableEvent("bad_time", path + ": " + outside.getMessage());
        }
    }

    private static double finite(double number, String path) {
        if (!Double.isFinite(number)) {
            throw new UnwritableEvent("not_a_number", path + " must be a finite number");
        }
        return number;
    }
}
