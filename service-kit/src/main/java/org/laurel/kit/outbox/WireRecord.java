package org.laurel.kit.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as another wire writes it.
 *
 * @param key null for a record without key
 * @param headers in the order in which they are sent; values are sent as UTF-8
 */
public record WireRecord(byte @Nullable [] key, byte[] value, List<Header> headers) {

    /** A header of the record. */
    public record Header(String name, String value) {}
}
