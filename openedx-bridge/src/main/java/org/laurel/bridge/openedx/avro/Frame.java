package org.laurel.bridge.openedx.avro;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.laurel.kit.event.UnprocessableEvent;

/**
 * Confluent's framing of keys and values: a zero byte, the id of the writer's schema in the registry as four bytes with the
 * highest first, and the Avro body.
 *
 * @param schemaId at least 1: no registry gives other ids, and what is framed with one nobody can ever read
 */
public record Frame(int schemaId, byte[] body) {

    private static final int HEAD = 5;

    public Frame {
        if (schemaId < 1) {
            throw new IllegalArgumentException("no schema has the id " + schemaId);
        }
    }

    /** The framed bytes. */
    public byte[] bytes() {
        return ByteBuffer.allocate(HEAD + body.length)
                .put((byte) 0)
                .putInt(schemaId)
                .put(body)
                .array();
    }

    /** Whether bytes may be framed, judged by the first one. */
    public static boolean startsLikeOne(byte[] bytes) {
        return bytes.length >= HEAD && bytes[0] == 0;
    }

    /**
     * Takes framed bytes apart.
     *
     * @throws UnprocessableEvent {@code bad_frame} for anything else, an id that no registry gives (below 1) included
     */
    public static Frame read(byte[] bytes) {
        if (!startsLikeOne(bytes)) {
            throw new UnprocessableEvent("bad_frame", "the value does not begin with a zero byte and a schema id");
        }
        int schemaId = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        if (schemaId < 1) {
            throw new UnprocessableEvent("bad_frame", "the value names a schema by a number that is no id");
        }
        return new Frame(schemaId, Arrays.copyOfRange(bytes, HEAD, bytes.length));
    }
}
