package org.laurel.kit.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    @Test
    void allowsAsManyRequestsAsItSaysAndThenTellsWhenToComeBack() {
        // Given
        Throttle throttle = new Throttle("learner", 2, 10);
        var first = throttle.take("ada");
        throttle.take("ada");

        // When
        var third = throttle.take("ada");

        // Then
        assertThat(first.isAllowed()).isTrue();
        assertThat(first.remaining()).isEqualTo(1);
        assertThat(first.policy()).isEqualTo("\"learner\";q=2;w=60");
        assertThat(first.state()).startsWith("\"learner\";r=1;t=");
        assertThat(third.isAllowed()).isFalse();
        assertThat(third.retryAfter()).isBetween(1, 30);
        assertThat(throttle.take("bob").isAllowed()).isTrue();
    }

    @Test
    void refusesTheSixteenthOfFifteen() {
        // Given
        Throttle throttle = new Throttle("credentials", 15, 10);
        IntStream.range(0, 15)
                .forEach(i -> assertThat(throttle.take("ada").isAllowed()).isTrue());

        // When
        var sixteenth = throttle.take("ada");

        // Then
        assertThat(sixteenth.isAllowed()).isFalse();
        assertThat(sixteenth.retryAfter()).isBetween(1, 4);
        assertThat(sixteenth.remaining()).isZero();
    }

    @Test
    void keepsTheCallersWhoAskedLast() {
        // Given
        Throttle throttle = new Throttle("learner", 1, 3);
        throttle.take("ada");

        // When
        IntStream.range(0, 2).forEach(i -> throttle.take("other" + i));

        // Then
        assertThat(throttle.take("ada").isAllowed()).isFalse();
        IntStream.range(2, 20).forEach(i -> throttle.take("other" + i));
        assertThat(throttle.size()).isEqualTo(3);
    }

    @Test
    void canBeSwitchedOff() {
        // Given a number of requests
        // When
        Throttle throttle = new Throttle("staff", 0, 3);

        // Then
        assertThat(throttle.isUnlimited()).isTrue();
        assertThat(new Throttle("staff", 1, 3).isUnlimited()).isFalse();
    }
}
