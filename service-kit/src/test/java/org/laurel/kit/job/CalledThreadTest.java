package org.laurel.kit.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No call is lost, and work that fails does not end the thread. */
class CalledThreadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> turns = new CopyOnWriteArrayList<>();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private final CalledThread thread = new CalledThread("called", this::work);

    @AfterEach
    void stop() throws InterruptedException {
        mayEnd.release(100);
        thread.stop(PATIENCE);
    }

    @Test
    void answersACallThatCameBeforeTheStart() {
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
        mayEnd.release(100);
        assertBegins();
        thread.stop(PATIENCE);

        // Then
        assertThat(turns).hasSize(2).containsOnly("called");
    }

    @Test
    void takesTurnsAfterOneThatFailed() throws InterruptedException {
        // Given
        mayEnd.release(100);
        CalledThread failing = new CalledThread("failing", () -> {
            work();
            throw new IllegalStateException("as the test wants");
        });
        failing.start();
        failing.call();
        assertBegins();

        // When
        failing.call();

        // Then
        assertBegins();
        failing.stop(PATIENCE);
    }

    @Test
    void waitsForTheTurnThatIsBeingTakenAndTakesNoOther() throws InterruptedException {
        // Given
        thread.start();
        thread.call();
        assertBegins();
        thread.call();

        // When
        Thread stopping = Thread.ofPlatform().daemon().start(() -> {
            try {
                thread.stop(PATIENCE);
                turns.add("stopped");
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        while (stopping.getState() != Thread.State.TIMED_WAITING && stopping.isAlive()) {
            Thread.onSpinWait();
        }
        mayEnd.release(100);

        // Then
        assertThat(stopping.join(PATIENCE)).isTrue();
        assertThat(turns).containsExactly("called", "stopped");
    }

    private void work() {
        begun.release();
        mayEnd.acquireUninterruptibly();
        turns.add(Thread.currentThread().getName());
    }

    private void assertBegins() {
        try {
            assertThat(begun.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
