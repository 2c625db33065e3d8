package org.laurel.completion.progress.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DuePlaceTest {

    @Test
    void isReadAsItWasWritten() {
        // Given
        DuePlace place = new DuePlace(Instant.parse("2025-01-01T00:30:00.000001Z"), "l1");

        // When
        DuePlace read = DuePlace.parse(place.text());

        // Then
        assertThat(read).isEqualTo(place);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "l1"})
    void beginsAtTheBeginningWithoutATime(@Nullable String text) {
        // When
        DuePlace read = DuePlace.parse(text);

        // Then
        assertThat(read).isEqualTo(new DuePlace(Instant.EPOCH, ""));
    }
}
