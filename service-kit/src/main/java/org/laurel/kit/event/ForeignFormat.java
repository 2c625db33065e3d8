package org.laurel.kit.event;

import java.time.Instant;
import java.util.Optional;

/**
 * Reads records of another wire than Laurel's. A bridge supplies it as a bean; records that no format recognises are read as
 * CloudEvents with JSON bodies, as in every other service. What it reads takes the same way as all events: it is claimed by
 * source and id, handled by the handlers of its type, and parked and replayed when it cannot be handled.
 *
 * <p>The type of the event is the bridge's own affair: it need not be one of the catalogue, and never leaves the service.
 */
public interface ForeignFormat {

    /** Whether a record is of this wire, by its headers or first bytes. Never throws. */
    boolean recognises(RawRecord record);

    /**
     * Whether anybody here wants a recognised record, by its headers alone; one that nobody wants is counted by the format. It is
     * asked before the size is looked at: what is not wanted may be as large as it likes.
     *
     * @throws UnprocessableEvent when the headers do not tell
     */
    boolean wants(RawRecord record);

    /**
     * Reads a wanted record; empty when it turns out to have no use, which the format has counted then.
     *
     * @param now the receiver's time
     * @throws UnprocessableEvent when the record cannot be understood, however often it is tried
     * @throws RuntimeException a failure that passes, such as of a registry that does not answer; then the poll is tried again
     */
    Optional<Event<?>> read(RawRecord record, Instant now);

    /**
     * The bytes by which a repeat of a record that was read is told from another fact under the same source and id: without what
     * may differ between two sendings of one fact.
     */
    default byte[] compared(RawRecord record) {
        byte[] value = record.value();
        return value == null ? new byte[0] : value;
    }
}
