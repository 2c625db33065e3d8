package org.laurel.kit.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.sample.Sample.patiently;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.KafkaProbe;

/** No call is lost, none is counted, and work that fails does not end the thread. */
class CalledThreadTest {

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private final CalledThread thread = new CalledThread("called", this::work);

    @AfterEach
    void stop() throws InterruptedException {
        letTurnsEnd();
        thread.stop(KafkaProbe.PATIENCE);
    }

    @Test
    void answersACallThatCameBeforeTheStart() throws InterruptedException {
        // Given
        thread.call();

        // When
        thread.start();

        // Then
        assertBegins();
    }

    @Test
    void answersAllCallsDuringATurnWithOneMore() throws InterruptedException {
        // Given
        thread.start();
        thread.call();
        assertBegins();

        // When
        thread.call();
        thread.call();
        thread.call();
        letTurnsEnd();

        // Then
        assertBegins();
        awaitIdle();
        assertThat(told).containsExactly("called", "called");
    }

    @Test
    void takesTurnsAfterOneThatFailed() throws InterruptedException {
        // Given
        letTurnsEnd();
        CalledThread failing = new CalledThread("failing", () -> {
            work();
            told.add(Thread.currentThread().isInterrupted() ? "interrupted" : "calm");
            Thread.currentThread().interrupt();
            throw new IllegalStateException("as the test wants");
        });
        failing.start();
        failing.call();
        assertBegins();

        // When
        failing.call();

        // Then
        assertBegins();
        failing.stop(KafkaProbe.PATIENCE);
        assertThat(told).containsExactly("failing", "calm", "failing", "calm");
    }

    @Test
    void waitsForTheTurnThatIsBeingTakenAndTakesNoOther() throws InterruptedException {
        // Given
        thread.start();
        thread.call();
        assertBegins();
        thread.call();

        // When
        Thread stopping = Thread.ofPlatform().daemon().start(this::stopAndTell);
        patiently().until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        letTurnsEnd();

        // Then
        assertThat(stopping.join(KafkaProbe.PATIENCE)).isTrue();
        assertThat(told).containsExactly("called", "stopped");
    }

    private void work() {
        worker.set(Thread.currentThread());
        begun.release();
        mayEnd.acquireUninterruptibly();
        told.add(Thread.currentThread().getName());
    }

    private void letTurnsEnd() {
        mayEnd.release(100);
    }

    private void stopAndTell() {
        try {
            thread.stop(KafkaProbe.PATIENCE);
            told.add("stopped");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void assertBegins() throws InterruptedException {
        assertThat(begun.tryAcquire(KafkaProbe.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
    }

    /** Turns may end, so that a thread that waits has nothing to do. */
    private void awaitIdle() {
        patiently().until(() -> {
            Thread working = worker.get();
            return working != null && working.getState() == Thread.State.WAITING;
        });
    }
}
