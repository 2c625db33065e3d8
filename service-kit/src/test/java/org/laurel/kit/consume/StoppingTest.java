package org.laurel.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.learner;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.laurel.kit.parked.ParkedEvents;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.sample.KitTest;
import org.laurel.sample.Sample;
import org.laurel.sample.tally.app.Faults;

/** A service stops while it handles records: these come to their end, and no others are begun. */
@KitTest
class StoppingTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    EventBatch batch;

    @Inject
    RecordReading reading;

    @Inject
    Application application;

    @Inject
    Rehearsal rehearsal;

    @Inject
    ParkedShare share;

    @Inject
    ParkedEvents parked;

    @Inject
    ConsumptionMetrics metrics;

    @Inject
    Faults faults;

    @Inject
    ConsumptionHold hold;

    @Inject
    ConsumptionState state;

    @Inject
    HandledOffsets offsets;

    @Test
    void aPollThatIsBeingHandledComesToItsEndAndNoOtherBegins() throws SQLException, InterruptedException {
        // Given
        String learner = learner();
        EventConsumer consumer = new EventConsumer(batch, hold, state, offsets);
        consumer.consume(poll(added(learner, 1)));
        try (Connection other = database().connect();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("select key from key_lock where key = '" + learner + "' for update");
            CompletableFuture<Void> consuming =
                    CompletableFuture.runAsync(() -> consume(consumer, added(learner, 2)), Thread::startVirtualThread);
            await().atMost(PATIENCE).until(StoppingTest::aBatchWaitsForALock);

            // When
            CompletableFuture<Void> stopping =
                    CompletableFuture.runAsync(() -> stop(consumer), Thread::startVirtualThread);
            await().during(Duration.ofMillis(300)).atMost(PATIENCE).until(() -> !stopping.isDone());
            other.rollback();

            // Then
            stopping.join();
            consuming.join();
            assertThat(Sample.total(learner)).isEqualTo(3);
            assertThatIllegalStateException().isThrownBy(() -> consumer.consume(poll(added(learner, 4))));
            assertThat(Sample.total(learner)).isEqualTo(3);
        }
    }

    @Test
    void aPollThatOutlivesTheGraceParksNothingThatFailsForWantOfWhatWasTakenDown() throws InterruptedException {
        // Given
        String learner = learner();
        EventBatch own = new EventBatch(reading, application, rehearsal, share, hold, parked, metrics);
        EventConsumer consumer = new EventConsumer(own, hold, state, offsets, Duration.ofMillis(1));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch takenDown = new CountDownLatch(1);
        faults.plan(learner, Integer.MAX_VALUE, () -> {
            begun.countDown();
            takenDown(takenDown);
        });
        CompletableFuture<Void> consuming =
                CompletableFuture.runAsync(() -> consume(consumer, added(learner, 1)), Thread::startVirtualThread);
        begun.await();

        // When
        consumer.stop(new ShutdownEvent());
        takenDown.countDown();

        // Then
        assertThatThrownBy(consuming::join).hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(Sample.parked(learner, "failed")).isZero();
    }

    @Test
    void noPollBeginsAfterOneThatOutlivedTheGrace() throws InterruptedException {
        // Given
        String learner = learner();
        EventBatch own = new EventBatch(reading, application, rehearsal, share, hold, parked, metrics);
        EventConsumer consumer = new EventConsumer(own, hold, state, offsets, Duration.ofMillis(1));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        faults.plan(learner, 1, () -> {
            begun.countDown();
            awaitLatch(stopped);
        });
        CompletableFuture<Void> consuming =
                CompletableFuture.runAsync(() -> consume(consumer, added(learner, 1)), Thread::startVirtualThread);
        begun.await();
        consumer.stop(new ShutdownEvent());
        stopped.countDown();
        consuming.join();

        // When
        Throwable thrown = catchThrowable(() -> consumer.consume(poll(added(learner, 2))));

        // Then
        assertThat(thrown).isInstanceOf(IllegalStateException.class);
        assertThat(Sample.total(learner)).isEqualTo(1);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void takenDown(CountDownLatch latch) {
        awaitLatch(latch);
        throw new IllegalStateException("the container is closed");
    }

    private static void consume(EventConsumer consumer, PlatformEvent event) {
        try {
            consumer.consume(poll(event));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(EventConsumer consumer) {
        try {
            consumer.stop(new ShutdownEvent());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean aBatchWaitsForALock() {
        return database()
                        .number("select count(*) from pg_stat_activity where datname = current_database() "
                                + "and wait_event_type = 'Lock' and query like '%key_lock%'")
                > 0;
    }

    private static ConsumerRecords<byte[], byte[]> poll(PlatformEvent event) {
        TopicPartition partition = new TopicPartition("laurel.stopping", 0);
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                0,
                event.key().getBytes(StandardCharsets.UTF_8),
                event.json().getBytes(StandardCharsets.UTF_8));
        Sample.headers(event)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecords<>(Map.of(partition, List.of(record)), Map.of(partition, new OffsetAndMetadata(1)));
    }
}
