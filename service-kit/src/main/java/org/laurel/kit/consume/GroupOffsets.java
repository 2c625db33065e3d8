package org.laurel.kit.consume;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a consumer group stood at a time.
 *
 * @param committed the next offset that the group will read, by partition; the first one where it has not begun
 * @param end the next offset that a producer will write, by partition
 */
record GroupOffsets(Instant at, Map<TopicPartition, Long> committed, Map<TopicPartition, Long> end) {

    /** Records that wait, by topic. */
    Map<String, Long> lagByTopic() {
        Map<String, Long> lag = new TreeMap<>();
        end.forEach((partition, last) ->
                lag.merge(partition.topic(), Math.max(0, last - committed.getOrDefault(partition, last)), Long::sum));
        return lag;
    }

    /** Records that wait. */
    long lag() {
        return lagByTopic().values().stream().mapToLong(Long::longValue).sum();
    }

    /** All records up to where the group stood. */
    long position() {
        return committed.values().stream().mapToLong(Long::longValue).sum();
    }
}
