package org.laurel.programs.catalogueimport.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places of items as cursors have them. */
class PlaceTest {

    @Test
    void aPlaceIsReadAsItIsWritten() {
        // When
        Place read = Place.of(new Place(3, 70_000_000_000L).toString());

        // Then
        assertThat(read).isEqualTo(new Place(3, 70_000_000_000L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "1", "1:", ":1", "x:1", "1:x", "1:2:3"})
    void otherTextsAreNoPlaces(String text) {
        assertThatThrownBy(() -> Place.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
