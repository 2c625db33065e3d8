package org.laurel.kit.consume;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a service's consumption of events does, as operators see it.
 *
 * @param consumer the consumer group
 * @param state {@code running}, {@code paused} (by an operator), {@code braked} (until an operator releases the brake) or
 *     {@code stalled} (waits for infrastructure); the last one, and brakes of single subjects, as the answering replica sees it
 * @param since since when, null while running
 * @param by who paused it, or what engaged the brake
 * @param reason why it does not run, null when nobody said
 * @param lag records that wait, all topics and replicas together; null while Kafka does not answer
 * @param topics the same by topic
 * @param recordsPerSecond handled in the last minutes; null when unknown
 * @param secondsToCatchUp at that speed, with what producers add meanwhile; null when unknown or when it does not catch up
 */
public record ConsumerReport(
        String consumer,
        String state,
        @Nullable Instant since,
        @Nullable String by,
        @Nullable String reason,
        @Nullable Long lag,
        List<TopicLag> topics,
        @Nullable Double recordsPerSecond,
        @Nullable Long secondsToCatchUp) {

    /** Records of one topic that wait. */
    public record TopicLag(String topic, long lag) {}
}
