package org.laurel.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.awaitTotal;
import static org.laurel.sample.Sample.learner;
import static org.laurel.sample.Sample.total;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.laurel.kit.sql.DatabaseException;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.sample.KitTest;
import org.laurel.sample.Sample;
import org.laurel.sample.tally.app.Faults;

/** A poll fails time and again in a way that passes, as one does that takes longer than the database's patience. */
@KitTest
class RepeatedFailureTest {

    @Inject
    EventBatch batch;

    @Inject
    ConsumptionHold hold;

    @Inject
    ConsumptionState state;

    @Inject
    HandledOffsets offsets;

    @Inject
    Faults faults;

    @Test
    void whatCanBeHandledOfItIsAndTheRestWaits() {
        // Given
        String before = learner();
        String stuck = learner();
        String after = learner();
        EventConsumer consumer = new EventConsumer(batch, hold, state, offsets);
        faults.plan(stuck, Integer.MAX_VALUE, () -> {
            throw new DatabaseException(new SQLException("an I/O error", "08006"));
        });

        // When
        CompletableFuture<Void> consuming = CompletableFuture.runAsync(
                () -> consume(consumer, Stream.of(before, before, before, stuck, after)), Thread::startVirtualThread);

        // Then
        awaitTotal(before, 3);
        assertThat(total(stuck)).isZero();
        faults.plan(stuck, 0, () -> {});
        consuming.join();
        assertThat(total(stuck)).isEqualTo(1);
        assertThat(total(before)).isEqualTo(3);
        assertThat(total(after)).isEqualTo(1);
        assertThat(Sample.parked(stuck, "failed")).isZero();
    }

    private static void consume(EventConsumer consumer, Stream<String> learners) {
        TopicPartition partition = new TopicPartition("laurel.repeated-failure", 0);
        List<ConsumerRecord<byte[], byte[]>> records =
                learners.map(learner -> record(partition, added(learner, 1))).toList();
        try {
            consumer.consume(
                    new ConsumerRecords<>(Map.of(partition, records), Map.of(partition, new OffsetAndMetadata(1))));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static ConsumerRecord<byte[], byte[]> record(TopicPartition partition, PlatformEvent event) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                0,
                event.key().getBytes(StandardCharsets.UTF_8),
                event.json().getBytes(StandardCharsets.UTF_8));
        Sample.headers(event)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
