package org.laurel.kit.retirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracePlaceTest {

    @Test
    void aPlaceIsReadAsItWasWritten() {
        // Given
        TracePlace place = TracePlace.first().nextList().nextList().at(List.of("id-ada", "course-v1:Org+Intro+2026"));

        // When
        TracePlace read = TracePlace.of(place.text("order"), "order");

        // Then
        assertThat(read).isEqualTo(place);
        assertThat(read.list()).isEqualTo(1);
    }

    @Test
    void theFirstPlaceIsBeforeTheFirstList() {
        // When
        TracePlace first = TracePlace.of(TracePlace.first().text("order"), "order");

        // Then
        assertThat(first.isFirst()).isTrue();
        assertThat(first.nextList()).isEqualTo(new TracePlace(0, List.of()));
        assertThat(first.nextList().isFirst()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "order 2: 7", "12\n345", "3\nid-ada\ncourse-v1:Org+Intro+2026"})
    void aSearchThroughListsOfAnotherOrderBeginsAnew(String text) {
        // When
        TracePlace place = TracePlace.of(text, "order");

        // Then
        assertThat(place).isEqualTo(TracePlace.first());
    }
}
