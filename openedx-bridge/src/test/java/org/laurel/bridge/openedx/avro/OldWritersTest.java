package org.laurel.bridge.openedx.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;

/**
 * The schemas that openedx-events keeps as those of old writers, from a checkout of it:
 * {@code -Dlaurel.openedx.avsc=…/openedx_events/event_bus/avro/tests/schemas}. What matters of them, blocks without versions,
 * {@link AvroCodecTest} has without the files.
 */
class OldWritersTest {

    @TestFactory
    Stream<DynamicTest> areRead() throws IOException {
        String folder = System.getProperty("laurel.openedx.avsc");
        if (folder == null) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> isRead(file)));
        }
    }

    private static void isRead(Path file) throws IOException {
        // Given
        WriterSchema writer = WriterSchema.parse(Files.readString(file));
        Optional<OpenEdxEvent<?>> known = OpenEdxEvents.find(writer.schema().getNamespace());
        assumeTrue(known.isPresent(), "the bridge does not know this type");
        OpenEdxEvent<?> event = known.orElseThrow();

        // When
        Record read = AvroCodec.data(event, writer, written(writer.schema()));

        // Then
        assertThat(read).isInstanceOf(event.data());
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
            case ARRAY -> List.of();
            case STRING -> "2026-02-03T04:05:06+00:00";
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
}
