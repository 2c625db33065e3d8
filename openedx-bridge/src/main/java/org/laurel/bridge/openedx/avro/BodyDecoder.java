package org.laurel.bridge.openedx.avro;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a body that may say anything. Avro's own decoder believes a length before it has seen the bytes, and a body of ten
 * bytes can make it ask for two gigabytes; this one allocates and loops for nothing that the body has no bytes for.
 */
final class BodyDecoder extends Decoder {

    private final ByteBuffer body;

    BodyDecoder(byte[] body) {
        this.body = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** How many bytes have not been read. */
    int remaining() {
        return body.remaining();
    }

    @Override
    public void readNull() {
        // takes no bytes
    }

    @Override
    public boolean readBoolean() throws IOException {
        byte read = next();
        if (read != 0 && read != 1) {
            throw new IOException("neither true nor false");
        }
        return read == 1;
    }

    @Override
    public int readInt() throws IOException {
        long read = readLong();
        if (read != (int) read) {
            throw new IOException("an int of more than 32 bits");
        }
        return (int) read;
    }

    @Override
    public long readLong() throws IOException {
        long zigzag = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte read = next();
            zigzag |= (read & 0x7FL) << shift;
            if (read >= 0) {
                return (zigzag >>> 1) ^ -(zigzag & 1);
            }
        }
        throw new IOException("a number of more than 64 bits");
    }

    @Override
    public float readFloat() throws IOException {
        need(Float.BYTES);
        return body.getFloat();
    }

    @Override
    public double readDouble() throws IOException {
        need(Double.BYTES);
        return body.getDouble();
    }

    @Override
    public Utf8 readString(@Nullable Utf8 old) throws IOException {
        return new Utf8(readString());
    }

    /** Strict about UTF-8: a replacement character would be somebody's wrong name. */
    @Override
    public String readString() throws IOException {
        return StandardCharsets.UTF_8.newDecoder().decode(slice(readLong())).toString();
    }

    @Override
    public void skipString() throws IOException {
        slice(readLong());
    }

    @Override
    public ByteBuffer readBytes(@Nullable ByteBuffer old) throws IOException {
        ByteBuffer read = slice(readLong());
        return ByteBuffer.allocate(read.remaining()).put(read).flip();
    }

    @Override
    public void skipBytes() throws IOException {
        slice(readLong());
    }

    @Override
    public void readFixed(byte[] bytes, int start, int length) throws IOException {
        need(length);
        body.get(bytes, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        slice(length);
    }

    @Override
    public int readEnum() throws IOException {
        return readInt();
    }

    @Override
    public int readIndex() throws IOException {
        return readInt();
    }

    @Override
    public long readArrayStart() throws IOException {
        return items();
    }

    @Override
    public long arrayNext() throws IOException {
        return items();
    }

    @Override
    public long skipArray() throws IOException {
        return skipBlocks();
    }

    @Override
    public long readMapStart() throws IOException {
        return items();
    }

    @Override
    public long mapNext() throws IOException {
        return items();
    }

    @Override
    public long skipMap() throws IOException {
        return skipBlocks();
    }

    /** Skips blocks that say how long they are; the number of items of the first block that does not, 0 at the end. */
    private long skipBlocks() throws IOException {
        long count = readLong();
        while (count < 0) {
            slice(readLong());
            count = readLong();
        }
        return bounded(count);
    }

    /** Number of items of a block. */
    private long items() throws IOException {
        long count = readLong();
        if (count >= 0) {
            return bounded(count);
        }
        readLong();
        return bounded(-count);
    }

    /** Items without any bytes exist in theory only, and would let a short body cause endless work. */
    private long bounded(long count) throws IOException {
        need(count);
        return count;
    }

    private byte next() throws IOException {
        need(1);
        return body.get();
    }

    private ByteBuffer slice(long length) throws IOException {
        need(length);
        ByteBuffer slice = body.slice(body.position(), (int) length);
        body.position(body.position() + (int) length);
        return slice;
    }

    private void need(long length) throws IOException {
        if (length < 0 || length > body.remaining()) {
            throw new EOFException("the body ends too early");
        }
    }
}
