package org.laurel.stack.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackFailure;

/** Publishes events to Kafka, durably: a call returns when the broker has what it was given. */
public final class EventPublisher implements AutoCloseable {
    private static final int LARGEST_REQUEST = 17 * 1024 * 1024;
    private static final String LOOK = "Look at the stack: ./laurel status";

    private final KafkaProducer<byte[], byte[]> producer;

    public EventPublisher(String bootstrap) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        15_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        30_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        LARGEST_REQUEST),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** An event that the broker does not take, by its number among those given, from 1. */
    private record Refusal(int number, ExecutionException failure) {}

    /**
     * Publishes one event.
     *
     * @return where it lies
     * @throws StackFailure if the broker refuses it or does not answer
     */
    public RecordMetadata publish(OutgoingEvent event) {
        try {
            return there(producer.send(event.toRecord()));
        } catch (ExecutionException failure) {
            throw refused(failure);
        }
    }

    /**
     * Publishes events in order. Once the broker has the first, the next is sent without waiting for the one before.
     *
     * @param published told of each event that the broker has, in their order, with where it lies
     * @throws StackFailure if the broker does not take one of them. When it is the first, nothing else was sent; otherwise the
     *     others have been told of, later ones of the same key among them, and the failure has the number of the first that
     *     was refused, from 1
     */
    public void publishEach(List<OutgoingEvent> events, BiConsumer<OutgoingEvent, RecordMetadata> published) {
        publishFirst(events, published);
        List<Future<RecordMetadata>> others = events.stream()
                .skip(1)
                .map(event -> producer.send(event.toRecord()))
                .toList();
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 1; i < events.size(); i++) {
            try {
                published.accept(events.get(i), there(others.get(i - 1)));
            } catch (ExecutionException failure) {
                refusals.add(new Refusal(i + 1, failure));
            }
        }
        if (!refusals.isEmpty()) {
            Refusal first = refusals.getFirst();
            throw new StackFailure(
                    refusals.size() + " of " + events.size() + (refusals.size() == 1 ? " events was" : " events were")
                            + " not taken, the first is number " + first.number() + ": " + reason(first.failure()),
                    "The others were sent. " + LOOK,
                    first.failure());
        }
    }

    private void publishFirst(List<OutgoingEvent> events, BiConsumer<OutgoingEvent, RecordMetadata> published) {
        OutgoingEvent event = events.getFirst();
        try {
            published.accept(event, there(producer.send(event.toRecord())));
        } catch (ExecutionException failure) {
            throw new StackFailure(
                    "Event number 1 of " + events.size() + " was not taken: " + reason(failure),
                    "Nothing was sent. " + LOOK,
                    failure);
        }
    }

    /** Waits until the broker has it; an interruption ends that at once. */
    private static RecordMetadata there(Future<RecordMetadata> sent) throws ExecutionException {
        try {
            return sent.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while sending.", "Run the command again.", interrupted);
        }
    }

    /**
     * Publishes events in order, many of them at once.
     *
     * @param acknowledged called for every event that the broker has, on a thread of the producer
     * @throws StackFailure if the broker refuses one of them or does not answer; others may lie there then
     */
    public void publishAll(Stream<OutgoingEvent> events, Runnable acknowledged) {
        AtomicReference<@Nullable Exception> first = new AtomicReference<>();
        events.forEachOrdered(event -> {
            Future<RecordMetadata> unused = producer.send(event.toRecord(), (position, failure) -> {
                if (failure == null) {
                    acknowledged.run();
                } else {
                    first.compareAndSet(null, failure);
                }
            });
        });
        producer.flush();
        Exception failure = first.get();
        if (failure != null) {
            throw refused(failure);
        }
    }

    private static StackFailure refused(Exception failure) {
        return new StackFailure("Kafka did not take the event: " + reason(failure), LOOK, failure);
    }

    private static Throwable reason(Exception failure) {
        return failure.getCause() == null ? failure : failure.getCause();
    }

    @Override
    public void close() {
        producer.close();
    }
}
