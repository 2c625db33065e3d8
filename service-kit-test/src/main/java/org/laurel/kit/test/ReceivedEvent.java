package org.laurel.kit.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.laurel.events.CloudEventHeaders;

/**
 * A record that a {@link KafkaProbe} read.
 *
 * @param key the record key as text, null without one
 * @param headers by name; of repeated headers the last
 * @param text the value as UTF-8, null for a record without value
 * @param body the value as JSON, a missing node when it is none; decimals keep their digits
 */
public record ReceivedEvent(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, String> headers,
        @Nullable String text,
        JsonNode body) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    static ReceivedEvent of(ConsumerRecord<byte[], byte[]> kafka) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : kafka.headers()) {
            headers.put(header.key(), String.valueOf(text(header.value())));
        }
        String text = text(kafka.value());
        return new ReceivedEvent(
                kafka.topic(), kafka.partition(), kafka.offset(), text(kafka.key()), headers, text, json(text));
    }

    /** {@code ce_type}, empty without one. */
    public String type() {
        return headers.getOrDefault(CloudEventHeaders.TYPE, "");
    }

    /** {@code ce_id}, empty without one. */
    public String id() {
        return headers.getOrDefault(CloudEventHeaders.ID, "");
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static JsonNode json(@Nullable String text) {
        try {
            return text == null ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
