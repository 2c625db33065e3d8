package org.laurel.stack.kafka;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as {@code deploy/topics.yaml} describes it.
 *
 * @param key what the record key is: {@code learner}, {@code course} or {@code program}
 * @param retentionMillis how long records are kept
 * @param segmentMillis after which time a new segment begins; records go by whole segments
 * @param maxMessageBytes largest batch that the broker accepts
 */
public record TopicDefinition(
        @JsonProperty("name") String name,
        @JsonProperty("key") String key,
        @JsonProperty("partitions") int partitions,
        @JsonProperty("retention_ms") long retentionMillis,
        @JsonProperty("segment_ms") long segmentMillis,
        @JsonProperty("max_message_bytes") int maxMessageBytes,
        @JsonProperty("compression_type") String compressionType,
        @JsonProperty("cleanup_policy") String cleanupPolicy) {

    /** The settings that Kafka calls topic configuration. */
    public Map<String, String> configuration() {
        return Map.of(
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(retentionMillis),
                TopicConfig.SEGMENT_MS_CONFIG, Long.toString(segmentMillis),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxMessageBytes),
                TopicConfig.COMPRESSION_TYPE_CONFIG, compressionType,
                TopicConfig.CLEANUP_POLICY_CONFIG, cleanupPolicy);
    }

    NewTopic onOneBroker() {
        return new NewTopic(name, partitions, (short) 1).configs(configuration());
    }
}
