package org.laurel.completion.xapi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1));

    @ParameterizedTest
    @CsvSource({
        "1, PT0S, 0, PT0.5S",
        "1, PT0S, 1, PT1S",
        "2, PT0S, 1, PT2S",
        "5, PT0S, 0.5, PT12S",
        "9, PT0S, 1, PT4M16S",
        "10, PT0S, 1, PT5M",
        "1000000, PT0S, 1, PT5M",
        "1, PT30S, 1, PT30S",
        "10, PT30S, 1, PT5M",
        "1, PT48H, 1, PT1H"
    })
    void doublesUpToFiveMinutesAndHeedsTheReceiver(int failures, Duration asked, double chance, Duration expected) {
        // When
        Duration pause = BACKOFF.pause(failures, asked, chance);

        // Then
        assertThat(pause).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, PT0.000001S", "20, PT0.524288S", "21, PT1.048576S", "22, PT1.048576S", "64, PT1.048576S"})
    void doublesTwentyTimesAtMost(int failures, Duration expected) {
        // Given
        Backoff quick = new Backoff(Duration.ofNanos(1_000));

        // When
        Duration pause = quick.pause(failures, Duration.ZERO, 1);

        // Then
        assertThat(pause).isEqualTo(expected);
    }

    @Property
    void isAlwaysBetweenHalfAndAllOfTheFullPause(
            @ForAll @IntRange(min = 1) int failures, @ForAll @DoubleRange(max = 1) double chance) {
        // When
        Duration pause = BACKOFF.pause(failures, Duration.ZERO, chance);

        // Then
        Duration full = BACKOFF.pause(failures, Duration.ZERO, 1);
        assertThat(pause).isBetween(full.dividedBy(2), full);
    }
}
