package org.laurel.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingTest {

    @Test
    void namesWhatDidNotComeTrueInTime() {
        // Given
        AtomicInteger looks = new AtomicInteger();
        Expectation late = new Expectation("late", () -> looks.incrementAndGet() > 1);
        Expectation never = new Expectation("never", () -> false);

        // When
        List<Expectation> missing = new Patience(Duration.ofSeconds(3)).await(List.of(late, never));

        // Then
        assertThat(missing).containsExactly(never);
    }

    @Test
    void doesEverythingButNotMoreThanAllowedAtATime() {
        // Given
        AtomicInteger underway = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        List<Integer> things = IntStream.range(0, 200).boxed().toList();

        // When
        Parallel.forEach(things, 4, thing -> {
            most.accumulateAndGet(underway.incrementAndGet(), Math::max);
            underway.decrementAndGet();
            done.incrementAndGet();
        });

        // Then
        assertThat(done).hasValue(200);
        assertThat(most.get()).isBetween(1, 4);
    }

    @Test
    void beginsNothingNewAfterAFailure() {
        // Given
        List<Integer> things = IntStream.range(0, 200).boxed().toList();
        AtomicInteger begun = new AtomicInteger();

        // When Then
        assertThatThrownBy(() -> Parallel.forEach(things, 1, thing -> {
                    begun.incrementAndGet();
                    throw new IllegalStateException("thing " + thing);
                }))
                .hasMessage("thing 0");
        assertThat(begun).hasValue(1);
    }
}
