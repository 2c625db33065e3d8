package org.laurel.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.laurel.sample.Sample.added;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.sample.Sample;

class ValueLimitsTest {

    private static final int LARGEST = 1_000;

    @Test
    void aValueOfTheLimitPassesAndALargerOneIsTooLarge() {
        // Given
        ValueLimits limits = limits(LARGEST, LARGEST);
        String fitting = "x".repeat(LARGEST);

        // When
        UnprocessableEvent refused = catchThrowableOfType(
                UnprocessableEvent.class, () -> limits.require(Sample.record("7", fitting + "x", Map.of())));

        // Then
        assertThat(refused.code()).isEqualTo("too_large");
        assertThat(refused.detail()).isEqualTo("the value has 1001 bytes, more than 1000, which is the limit");
        assertThatCode(() -> limits.require(Sample.record("7", fitting, Map.of())))
                .doesNotThrowAnyException();
    }

    @Test
    void aRecordThatWasTooLargePassesOnceTheLimitIsRaised() {
        // Given
        RawRecord record = Sample.record(added("7", 1));

        // When
        var refused = catchThrowableOfType(
                UnprocessableEvent.class, () -> limits(10, LARGEST).require(record));

        // Then
        assertThat(refused).isNotNull();
        assertThatCode(() -> limits(LARGEST, LARGEST).require(record)).doesNotThrowAnyException();
    }

    @Test
    void structuresHaveALimitOfTheirOwn() {
        // Given
        ValueLimits limits = limits(LARGEST, 5 * LARGEST);

        // When
        int structure = limits.of("laurel.course-structures");

        // Then
        assertThat(structure).isEqualTo(5 * LARGEST);
        assertThat(limits.of("laurel.courses")).isEqualTo(LARGEST);
        assertThat(limits.largest()).isEqualTo(5 * LARGEST);
    }

    private static ValueLimits limits(int value, int structure) {
        return new ValueLimits(
                new MemorySize(BigInteger.valueOf(value)), new MemorySize(BigInteger.valueOf(structure)));
    }
}
