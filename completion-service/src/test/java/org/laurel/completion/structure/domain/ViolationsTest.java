package org.laurel.completion.structure.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViolationsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, true, false",
        "1, 1, false, false",
        "19, 19, false, false",
        "20, 20, false, true",
        "21, 20, false, true"
    })
    void keepsTheFirstTwenty(int added, int kept, boolean empty, boolean full) {
        // Given
        Violations found = new Violations();

        // When
        IntStream.range(0, added).forEach(i -> found.add("field" + i, "is wrong"));

        // Then
        assertThat(found.list())
                .hasSize(kept)
                .allSatisfy(one -> assertThat(one.message()).isEqualTo("is wrong"));
        assertThat(found.isEmpty()).isEqualTo(empty);
        assertThat(found.isFull()).isEqualTo(full);
    }

    @Test
    void addsOnlyWhatIsBroken() {
        // Given
        Violations found = new Violations();

        // When
        found.addIf(false, "kept", "is right");
        found.addIf(true, "broken", "is wrong");

        // Then
        assertThat(found.list()).containsExactly(new Violation("broken", "is wrong"));
    }
}
