package org.laurel.kit.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.sample.KitTest;
import org.laurel.sample.Sample;
import org.laurel.sample.tally.app.TallyKeeping;
import org.laurel.sample.tally.domain.Add;

/** Writers that meet on the same keys. */
@KitTest
class KeyLocksTest {

    private static final int WRITERS = 8;
    private static final int ROUNDS = 25;
    private static final long PATIENCE_SECONDS = KafkaProbe.PATIENCE.toSeconds();

    @Inject
    KeyLocks locks;

    @Inject
    TallyKeeping keeping;

    private ExecutorService threads;

    @BeforeEach
    void start() {
        threads = Executors.newFixedThreadPool(WRITERS);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void overlappingWritersNeverDeadlockAndPublishEachKeyInCommitOrder() throws Exception {
        // Given
        List<String> learners = Stream.generate(Sample::learner).limit(10).toList();
        List<Future<?>> writers = new ArrayList<>();

        // When
        try (KafkaProbe kafka = KafkaProbe.fromNow("laurel.completions")) {
            for (int writer = 0; writer < WRITERS; writer++) {
                Random random = new Random(writer);
                writers.add(
                        threads.submit(() -> IntStream.range(0, ROUNDS).forEach(round -> addToAll(learners, random))));
            }
            for (Future<?> writer : writers) {
                writer.get(10 * PATIENCE_SECONDS, TimeUnit.SECONDS);
            }

            // Then
            for (String learner : learners) {
                assertThat(kafka.awaitEvents(
                                "laurel.completions", WRITERS * ROUNDS, event -> learner.equals(event.key())))
                        .extracting(event -> event.body().path("total").asLong())
                        .containsExactlyElementsOf(LongStream.rangeClosed(1, WRITERS * ROUNDS)
                                .boxed()
                                .toList());
            }
        }
    }

    @Test
    void aKeyStaysLockedUntilTheTransactionEnds() throws Exception {
        // Given
        String key = Sample.learner();
        Held first = hold(() -> locks.lock(List.of(key)));

        // When
        Future<?> second = threads.submit(() -> inTransaction(() -> locks.lock(List.of("a", key))));

        // Then
        assertWaits(second);
        first.release();
        second.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void lockingAgainWhatIsHeldIsFree() {
        // Given
        String key = Sample.learner();

        // When
        Runnable twice = () -> inTransaction(() -> {
            locks.lock(List.of(key));
            locks.lock(List.of(key, key));
        });

        // Then
        twice.run();
        twice.run();
        assertThat(Sample.database().value("select count(*) from key_lock where key = ?", key))
                .isEqualTo("1");
    }

    @Test
    void manyMayHoldASubjectAndAChangeWaitsForAll() throws Exception {
        // Given
        String subject = Sample.learner();
        Held first = hold(() -> locks.hold(List.of(subject)));
        Held second = hold(() -> locks.hold(List.of(subject)));

        // When
        Future<?> change = threads.submit(() -> inTransaction(() -> locks.change(List.of(subject))));

        // Then
        assertWaits(change);
        first.release();
        assertWaits(change);
        second.release();
        change.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void aChangeKeepsOthersFromHolding() throws Exception {
        // Given
        String subject = Sample.learner();
        Held changing = hold(() -> locks.change(List.of(subject)));

        // When
        Future<?> holder = threads.submit(() -> inTransaction(() -> locks.hold(List.of(subject))));

        // Then
        assertWaits(holder);
        changing.release();
        holder.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void lockingNeedsATransaction() {
        // Given
        List<Consumer<List<String>>> ways = List.of(locks::lock, locks::hold, locks::change);

        // When
        var first = assertThatThrownBy(() -> ways.getFirst().accept(List.of("k")));

        // Then
        first.hasMessageContaining("Transaction");
        assertThatThrownBy(() -> ways.get(1).accept(List.of("k"))).hasMessageContaining("Transaction");
        assertThatThrownBy(() -> ways.get(2).accept(List.of("k"))).hasMessageContaining("Transaction");
    }

    private void addToAll(List<String> learners, Random random) {
        List<String> shuffled = new ArrayList<>(learners);
        Collections.shuffle(shuffled, random);
        keeping.apply(shuffled.stream()
                .map(learner -> new Add(learner, UUID.randomUUID().toString(), 1, Instant.now(), Cause.of("test", "1")))
                .toList());
    }

    private Held hold(Runnable work) throws InterruptedException {
        var working = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        Future<?> done = threads.submit(() -> inTransaction(() -> {
            work.run();
            working.countDown();
            awaitQuietly(release);
        }));
        assertThat(working.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Held(release, done);
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertWaits(Future<?> waiting) {
        await().during(Duration.ofMillis(300)).until(() -> !waiting.isDone());
    }

    private record Held(CountDownLatch latch, Future<?> done) {
        void release() throws Exception {
            latch.countDown();
            done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }
}
