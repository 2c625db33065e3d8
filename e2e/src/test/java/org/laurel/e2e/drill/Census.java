package org.laurel.e2e.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.laurel.events.CloudEventHeaders;
import org.laurel.events.EventType;
import org.laurel.events.Topic;

/**
 * Everything that Laurel has published about the learners of a school, read from the first record of the topics on, in the
 * order of each partition.
 *
 * @param events each event once
 * @param repeats how many records repeat an event under the id that it had before
 */
record Census(List<Told> events, int repeats) {
    private static final List<Topic> PUBLISHED =
            List.of(Topic.ENROLLMENTS, Topic.CERTIFICATES, Topic.PROGRAM_CREDENTIALS, Topic.COMPLETIONS);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An event. */
    record Told(String type, String key, JsonNode body) {
        /** Whose and what it is about, without its version. */
        String subject() {
            return String.join(
                    "|",
                    key,
                    body.path("course_key").asText(),
                    body.path("program_uuid").asText(),
                    body.path("block_key").asText());
        }

        long version() {
            return body.path("version").asLong();
        }

        boolean is(EventType<?> other) {
            return type.equals(other.name());
        }
    }

    /** Counts what there is now. */
    static Census of(String bootstrap, String prefix) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = PUBLISHED.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Told> events = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            int repeats = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (!text(record.key()).startsWith(prefix)) {
                        continue;
                    }
                    if (ids.add(header(record, CloudEventHeaders.ID))) {
                        events.add(new Told(header(record, CloudEventHeaders.TYPE), text(record.key()), body(record)));
                    } else {
                        repeats++;
                    }
                }
            }
            return new Census(events, repeats);
        }
    }

    /** How many events of a type there are. */
    long count(EventType<?> type) {
        return of(type).count();
    }

    /** Events of a type about one subject each. */
    Map<String, Long> bySubject(EventType<?> type) {
        Map<String, Long> counts = new TreeMap<>();
        of(type).forEach(event -> counts.merge(event.subject(), 1L, Long::sum));
        return counts;
    }

    /** The same fact under two ids: type, subject and version are those of another event. */
    List<String> doubled() {
        Set<String> seen = new HashSet<>();
        return events.stream()
                .map(event -> event.type() + "|" + event.subject() + "|" + event.version())
                .filter(fact -> !seen.add(fact))
                .toList();
    }

    /** Events that follow one of their own type and subject with a higher version. */
    List<String> outOfOrder() {
        Map<String, Long> newest = new HashMap<>();
        List<String> late = new ArrayList<>();
        for (Told event : events) {
            Long before = newest.put(event.type() + "|" + event.subject(), event.version());
            if (before != null && before > event.version()) {
                late.add(event.type() + "|" + event.subject() + "|" + event.version() + " after " + before);
            }
        }
        return late;
    }

    /** The highest version that was told of each subject by any of these types. */
    Map<String, Long> versions(EventType<?>... types) {
        Map<String, Long> newest = new TreeMap<>();
        Stream.of(types).flatMap(this::of).forEach(event -> newest.merge(event.subject(), event.version(), Math::max));
        return newest;
    }

    /** How many different versions were told of each subject by any of these types. */
    Map<String, Long> tellings(EventType<?>... types) {
        Map<String, Long> counts = new TreeMap<>();
        Stream.of(types).flatMap(this::of).forEach(event -> counts.merge(event.subject(), 1L, Long::sum));
        return counts;
    }

    private Stream<Told> of(EventType<?> type) {
        return events.stream().filter(event -> event.is(type));
    }

    private static JsonNode body(ConsumerRecord<byte[], byte[]> record) {
        try {
            return JSON.readTree(text(record.value()));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(record.topic() + " holds something else than JSON", malformed);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : text(header.value());
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
