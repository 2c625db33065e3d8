package org.laurel.bridge.openedx.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;

/** Whatever a site's version of openedx-events is, its events are read: written with an old schema or with the current one. */
class OldWritersTest {

    private static final String TIME = "2026-02-03T04:05:06+00:00";
    private static final Map<String, Schema> OLD = OldWriters.all();

    /** Nobody has a use for these; no old schema of theirs is kept. */
    private static final Set<String> CURRENT_ONLY = Set.of(
            OpenEdxEvents.XBLOCK_CREATED.type(),
            OpenEdxEvents.XBLOCK_UPDATED.type(),
            OpenEdxEvents.XBLOCK_DUPLICATED.type());

    @TestFactory
    Stream<DynamicTest> oldWritersAreRead() {
        return OLD.entrySet().stream()
                .map(old -> DynamicTest.dynamicTest(old.getKey(), () -> isRead(old.getKey(), old.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> currentWritersAreRead() {
        return OpenEdxEvents.all().stream()
                .map(event -> DynamicTest.dynamicTest(
                        event.type(),
                        () -> isRead(
                                event.type(),
                                WriterSchema.parse(AvroSchemas.value(event)).schema())));
    }

    @Test
    void everyTypeHasAnOldWriter() {
        // Given
        Set<String> types = new TreeSet<>(CURRENT_ONLY);

        // When
        types.addAll(OLD.keySet());

        // Then
        assertThat(types)
                .containsExactlyInAnyOrderElementsOf(
                        OpenEdxEvents.all().stream().map(OpenEdxEvent::type).toList());
    }

    @Test
    void blocksHadNoVersions() {
        // When
        Schema old = Objects.requireNonNull(OLD.get(OpenEdxEvents.XBLOCK_PUBLISHED.type()));

        // Then
        assertThat(old.getField("xblock_info").schema().getFields())
                .extracting(Schema.Field::name)
                .containsExactly("usage_key", "block_type");
    }

    /** Ours against a checkout of openedx-events: {@code -Dlaurel.openedx.avsc=…/event_bus/avro/tests/schemas}. */
    @TestFactory
    Stream<DynamicTest> areWhatOpenEdxKeeps() {
        String folder = System.getProperty("laurel.openedx.avsc");
        return folder == null
                ? Stream.empty()
                : OLD.entrySet().stream()
                        .map(old -> DynamicTest.dynamicTest(old.getKey(), () -> {
                            Path file = Path.of(folder, old.getKey().replace('.', '+') + "_schema.avsc");
                            assertThat(old.getValue())
                                    .isEqualTo(WriterSchema.parse(Files.readString(file))
                                            .schema());
                        }));
    }

    private static void isRead(String type, Schema writer) throws IOException {
        // Given
        OpenEdxEvent<?> event = OpenEdxEvents.find(type).orElseThrow();
        WriterSchema schema = WriterSchema.parse(writer.toString());

        // When
        Record read = AvroCodec.data(event, schema, written(writer));

        // Then
        assertThat(read)
                .isEqualTo(expected(
                        DataClass.of(event.data()),
                        writer.getField(event.argument()).schema()));
    }

    private static byte[] written(Schema schema) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema).write(value(schema), encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    /** Some value of a schema; every text is a time, since many must be. */
    private static Object value(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case UNION -> value(schema.getTypes().getLast());
            case STRING -> TIME;
            case LONG -> 42L;
            case DOUBLE -> 0.5;
            case BOOLEAN -> true;
            default -> throw new IllegalArgumentException("no value of " + schema.getType());
        };
    }

    private static GenericData.Record record(Schema schema) {
        GenericData.Record record = new GenericData.Record(schema);
        schema.getFields().forEach(field -> record.put(field.name(), value(field.schema())));
        return record;
    }

    /** The same values as data; what the writer does not know is null. */
    private static Record expected(DataClass type, Schema writer) {
        return type.create(type.fields().stream()
                .map(field -> expected(field, writer.getField(field.name())))
                .toArray());
    }

    private static @Nullable Object expected(DataField field, Schema.@Nullable Field writer) {
        if (writer == null) {
            return null;
        }
        return switch (field.kind()) {
            case TEXT -> TIME;
            case TIME -> Instant.parse("2026-02-03T04:05:06Z");
            case LONG -> 42L;
            case DOUBLE -> 0.5;
            case BOOLEAN -> true;
            case RECORD -> expected(field.nested(), present(writer.schema()));
        };
    }

    private static Schema present(Schema schema) {
        return schema.isUnion() ? schema.getTypes().getLast() : schema;
    }
}
