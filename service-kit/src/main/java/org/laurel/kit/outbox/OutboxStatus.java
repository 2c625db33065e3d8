package org.laurel.kit.outbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the outbox stands.
 *
 * @param waiting how many events wait to be published
 * @param exact whether they were counted; an estimate otherwise, which may be too high
 * @param oldestAt since when the oldest waits that could be sent, null when none does: what is for a topic of another platform
 *     that is missing waits for that platform's operators, not for the relay
 * @param oldestSeconds for how long the oldest has waited, 0 when none does
 * @param byTopic how many of the oldest 10,000 wait for which topic, most first
 * @param led whether the relay of some replica holds the lead: if none does, nobody publishes
 * @param leading whether the replica that answers holds it
 * @param lastPublishedAt when the replica that answers published last, null when it has not since its start
 */
public record OutboxStatus(
        long waiting,
        boolean exact,
        @Nullable Instant oldestAt,
        long oldestSeconds,
        List<Waiting> byTopic,
        boolean led,
        boolean leading,
        @Nullable Instant lastPublishedAt) {

    /** How many events wait for a topic. */
    public record Waiting(String topic, long waiting) {}
}
