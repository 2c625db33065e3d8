package org.laurel.kit.outbox;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes events for another wire than Laurel's. A bridge supplies it as a bean. It is called by the relay, over and over until
 * the event is sent: it needs nothing that may be away, and what it cannot write must not come into the outbox.
 */
public interface WireEncoding {

    /**
     * The topics to which its events go, as far as it knows them beforehand: they are looked for from the start on, so that
     * operators hear of a missing one before anything waits for it.
     */
    default Set<String> topics() {
        return Set.of();
    }

    /** Whether events of this type are written by it. */
    boolean covers(String type);

    /** The record to send. */
    WireRecord encode(WaitingEvent event);

    /**
     * The partition for a key, null for the choice of Kafka's Java client.
     *
     * @param partitions how many the topic has
     */
    @Nullable Integer partition(byte[] key, int partitions);
}
