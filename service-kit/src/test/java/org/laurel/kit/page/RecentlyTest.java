package org.laurel.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.SettableClock;

class RecentlyTest {

    private final SettableClock clock = new SettableClock();
    private final AtomicInteger reads = new AtomicInteger();
    private final Recently<String, Integer> recently = new Recently<>(clock, Duration.ofSeconds(10), 2);

    @Test
    void readsOnceWithinTheAgeAndAgainAfterIt() {
        // Given
        ask("a");
        clock.advance(Duration.ofSeconds(9));
        int within = ask("a");
        clock.advance(Duration.ofSeconds(1));

        // When
        int after = ask("a");

        // Then
        assertThat(within).isEqualTo(1);
        assertThat(after).isEqualTo(2);
    }

    @Test
    void remembersAsManyAsItsLimit() {
        // Given
        int first = ask("a");
        ask("b");

        // When
        int again = ask("a");

        // Then
        assertThat(again).isEqualTo(first);
    }

    @Test
    void keepsAnswersApartAndNoMoreThanItsLimit() {
        // Given
        ask("a");
        ask("b");

        // When
        ask("c");

        // Then
        assertThat(ask("c")).isEqualTo(3);
        assertThat(ask("a")).isEqualTo(4);
    }

    @Test
    void forgetsAReadThatFailed() {
        // Given
        assertThatThrownBy(() -> recently.get("a", key -> {
                    throw new IllegalStateException("down");
                }))
                .isInstanceOf(IllegalStateException.class);

        // When
        int answer = ask("a");

        // Then
        assertThat(answer).isEqualTo(1);
    }

    private int ask(String key) {
        return recently.get(key, same -> reads.incrementAndGet());
    }
}
