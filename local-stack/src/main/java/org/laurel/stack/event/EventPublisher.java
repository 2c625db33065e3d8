package org.laurel.stack.event;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.laurel.stack.StackFailure;

/** Publishes events to Kafka one by one and waits until the broker has each of them. */
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
        try {
            return producer.send(event.toRecord()).get();
        } catch (ExecutionException failure) {
            throw new StackFailure(
                    "Kafka did not take the event: " + failure.getCause(),
                    "Look at the stack: ./laurel status",
                    failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while sending.", "Run the command again.", interrupted);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
