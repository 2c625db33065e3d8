package org.laurel.e2e.openedx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Framed Avro, written without a line of the bridge's: a zero, the schema's id in four bytes, the body. */
final class Wire {

    static final Schema KEY = new Schema.Parser().parse("{\"name\": \"course_key\", \"type\": \"string\"}");

    private static final int HEAD = 5;

    private Wire() {}

    static byte[] frame(int id, Schema schema, Object value) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(ByteBuffer.allocate(HEAD).put((byte) 0).putInt(id).array());
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<>(schema).write(value, encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static int schemaId(byte[] framed) {
        return ByteBuffer.wrap(framed, 1, Integer.BYTES).getInt();
    }

    static GenericRecord read(byte[] framed, Schema schema) {
        try {
            return new GenericDatumReader<GenericRecord>(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(framed, HEAD, framed.length - HEAD, null));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** A record of the schema; members that are not given are null, which the schema has to allow. */
    static GenericRecord record(Schema schema, Map<String, Object> members) {
        GenericData.Record record = new GenericData.Record(schema);
        members.forEach((name, value) -> record.put(name, value));
        return record;
    }
}
