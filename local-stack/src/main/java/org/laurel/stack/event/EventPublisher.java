package org.laurel.stack.event;

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

    /**
     * Publishes one event.
     *
     * @return where it lies
     * @throws StackFailure if the broker refuses it or does not answer
     */
    public RecordMetadata publish(OutgoingEvent event) {
        return there(producer.send(event.toRecord()));
    }

    /**
     * Publishes events in order. Once the broker has the first, the next is sent without waiting for the one before.
     *
     * @param published told of each event that the broker has, in their order, with where it lies
     * @throws StackFailure if the broker does not take one of them. When it is the first, nothing else was sent; otherwise the
     *     others have been told of, later ones of the same key among them
     */
    public void publishEach(List<OutgoingEvent> events, BiConsumer<OutgoingEvent, RecordMetadata> published) {
        published.accept(events.getFirst(), publish(events.getFirst()));
        List<OutgoingEvent> others = events.subList(1, events.size());
        List<Future<RecordMetadata>> sent =
                others.stream().map(event -> producer.send(event.toRecord())).toList();
        StackFailure first = null;
        for (int i = 0; i < others.size(); i++) {
            try {
                published.accept(others.get(i), there(sent.get(i)));
            } catch (StackFailure refused) {
                first = first == null ? refused : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static RecordMetadata there(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (ExecutionException failure) {
            throw refused(failure);
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
        Throwable reason = failure.getCause() == null ? failure : failure.getCause();
        return new StackFailure(
                "Kafka did not take the event: " + reason, "Look at the stack: ./laurel status", failure);
    }

    @Override
    public void close() {
        producer.close();
    }
}
