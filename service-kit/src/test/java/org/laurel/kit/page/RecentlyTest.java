package org.laurel.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentlyTest {

    private final HandClock clock = new HandClock();
    private final AtomicInteger reads = new AtomicInteger();
    private final Recently<String, Integer> recently = new Recently<>(clock, Duration.ofSeconds(10), 2);

    @Test
    void readsOnceWithinTheAgeAndAgainAfterIt() {
        // Given
        ask("a");
        clock.add(Duration.ofSeconds(9));
        int within = ask("a");
        clock.add(Duration.ofSeconds(1));

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

    /** A clock that a test moves. */
    private static final class HandClock extends Clock {

        private Instant now = Instant.parse("2026-02-03T04:00:00Z");

        void add(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
