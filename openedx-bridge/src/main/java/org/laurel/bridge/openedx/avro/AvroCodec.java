package org.laurel.bridge.openedx.avro;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.kit.event.UnprocessableEvent;

/** Writes and reads Avro bodies, without their frames. */
public final class AvroCodec {

    private static final Map<OpenEdxEvent<?>, Schema> READERS = new ConcurrentHashMap<>();

    private AvroCodec() {}

    /**
     * Body of the record value.
     *
     * @throws UnwritableEvent when the event type has no room for the data
     */
    public static <D extends Record> byte[] value(OpenEdxEvent<D> event, D data) {
        BodyWriter writer = new BodyWriter();
        writer.write(DataClass.of(event.data()), data, event.argument());
        return writer.bytes();
    }

    /** Body of the record key; empty for events without a key. */
    public static <D extends Record> Optional<byte[]> key(OpenEdxEvent<D> event, D data) {
        return KeyField.of(event).map(key -> {
            Object value = data;
            for (DataField step : key.steps()) {
                value = value == null ? null : step.value((Record) value);
            }
            BodyWriter writer = new BodyWriter();
            writer.write(key.last(), value, String.valueOf(event.keyPath()));
            return writer.bytes();
        });
    }

    /**
     * Data of an event. Fields that only the writer knows are skipped, and optional fields that it does not know are null.
     *
     * @param writer schema that the body was written with
     * @throws UnprocessableEvent {@code incompatible_schema} when the writer's schema lacks something that is required,
     *     {@code bad_avro} when the body is not of the writer's schema, {@code bad_time} when a time is none
     */
    public static <D extends Record> D data(OpenEdxEvent<D> event, WriterSchema writer, byte[] body) {
        Schema reader = READERS.computeIfAbsent(
                event, type -> WriterSchema.parse(AvroSchemas.value(type)).schema());
        GenericRecord outer = read(writer.schema(), reader, body);
        GenericRecord data = (GenericRecord) outer.get(event.argument());
        return event.data().cast(record(DataClass.of(event.data()), data, event.argument()));
    }

    private static GenericRecord read(Schema writer, Schema reader, byte[] body) {
        BodyDecoder decoder = new BodyDecoder(body);
        GenericRecord outer;
        try {
            outer = new GenericDatumReader<GenericRecord>(writer, reader).read(null, decoder);
        } catch (IOException | RuntimeException | StackOverflowError malformed) {
            throw compatible(writer, reader)
                    ? new UnprocessableEvent("bad_avro", "the body is not of the schema that it names")
                    : new UnprocessableEvent(
                            "incompatible_schema",
                            "the writer's schema lacks what " + reader.getNamespace() + " requires");
        }
        if (decoder.remaining() > 0) {
            throw new UnprocessableEvent("bad_avro", "the body goes on behind its end");
        }
        return outer;
    }

    private static boolean compatible(Schema writer, Schema reader) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }

    private static Record record(DataClass type, GenericRecord read, String path) {
        @Nullable Object[] values = new Object[type.fields().size()];
        for (int i = 0; i < values.length; i++) {
            DataField field = type.fields().get(i);
            Object value = read.get(field.name());
            values[i] = value == null ? null : value(field, value, path + "." + field.name());
        }
        return type.create(values);
    }

    private static @Nullable Object value(DataField field, Object read, String path) {
        return switch (field.kind()) {
            case TEXT -> read.toString();
            case TIME -> time(field, read.toString(), path);
            case RECORD -> record(field.nested(), (GenericRecord) read, path);
            case LONG, DOUBLE, BOOLEAN -> read;
        };
    }

    /** Open edX takes an empty text for no value where there may be none. */
    private static @Nullable Object time(DataField field, String text, String path) {
        if (text.isEmpty() && field.optional()) {
            return null;
        }
        return WireTime.read(text).orElseThrow(() -> new UnprocessableEvent("bad_time", path + " is not a time"));
    }
}
