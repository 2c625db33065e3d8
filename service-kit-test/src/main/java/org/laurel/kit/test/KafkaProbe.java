package org.laurel.kit.test;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.laurel.kit.test.infra.SharedServers;

/**
 * Another platform at the other end of Kafka: publishes events and records what the services publish. It connects past the
 * gate, so it works while the services are cut off. Close it at the end of the test. Open it in a method: fields of a
 * {@code @QuarkusTest} are initialized a second time in an instance that nobody uses or closes.
 */
public final class KafkaProbe implements AutoCloseable {

    /** How long the {@code await} methods wait before they fail. */
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    private final PlatformProducer producer;
    private final TopicRecorder recorder;

    private KafkaProbe(String bootstrap, List<String> topics, boolean fromBeginning) {
        this.producer = new PlatformProducer(bootstrap);
        this.recorder = new TopicRecorder(bootstrap, topics, fromBeginning);
    }

    /** Records what is published from now on, on the given topics or, without any, on all Laurel topics. */
    public static KafkaProbe fromNow(String... topics) {
        return new KafkaProbe(SharedServers.get().kafka(), List.of(topics), false);
    }

    /** Records everything that the topics hold, and what follows. */
    public static KafkaProbe fromBeginning(String... topics) {
        return new KafkaProbe(SharedServers.get().kafka(), List.of(topics), true);
    }

    /** Records all Laurel topics of any Kafka from now on, for tests that run the services as processes. */
    public static KafkaProbe at(String bootstrap) {
        return new KafkaProbe(bootstrap, List.of(), false);
    }

    /**
     * Publishes one event on its type's topic, from the source {@code /platform}.
     *
     * @param key the record key: learner id, course key or program uuid
     * @return the event's id
     */
    public String send(String type, String key, String json) {
        return send(PlatformEvent.of(type, key, json));
    }

    /** Publishes one event and returns its id when the broker has it. */
    public String send(PlatformEvent event) {
        sendAll(List.of(event));
        return event.id();
    }

    /** Publishes events in the given order and returns when the broker has them all. */
    public void sendAll(List<PlatformEvent> events) {
        producer.send(events.stream().map(PlatformProducer::record).toList());
    }

    /** Publishes a record as it is, with any bytes and headers. */
    public void sendRaw(ProducerRecord<byte[], byte[]> raw) {
        producer.send(List.of(raw));
    }

    /**
     * What the probe has read from a topic so far; in order within each key.
     *
     * @throws IllegalArgumentException when the probe does not watch the topic
     */
    public List<ReceivedEvent> received(String topic) {
        return recorder.received(topic);
    }

    /** Waits until the topic has brought at least this many events, and returns all that have come. */
    public List<ReceivedEvent> awaitEvents(String topic, int count) {
        return awaitEvents(topic, count, event -> true);
    }

    /** Waits until at least this many events of the topic match, and returns those that do. */
    public List<ReceivedEvent> awaitEvents(String topic, int count, Predicate<ReceivedEvent> matches) {
        return await("%d events on %s".formatted(count, topic))
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> received(topic).stream().filter(matches).toList(), found -> found.size() >= count);
    }

    /** Waits for the first event of the topic that matches. */
    public ReceivedEvent awaitEvent(String topic, Predicate<ReceivedEvent> matches) {
        return awaitEvents(topic, 1, matches).getFirst();
    }

    @Override
    public void close() {
        producer.close();
        recorder.close();
    }
}
