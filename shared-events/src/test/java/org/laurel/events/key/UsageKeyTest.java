package org.laurel.events.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageKeyTest {

    @ParameterizedTest
    @CsvSource({
        "block-v1:DemoX+CS101+2026_T1+type@problem+block@p1, problem, p1, false",
        "block-v1:DemoX+CS101+2026_T1+type@drag-and-drop-v2+block@a.b:c%20, drag-and-drop-v2, a.b:c%20, false",
        "ccx-block-v1:DemoX+CS101+2026_T1+ccx@3+type@vertical+block@v1, vertical, v1, false",
        "i4x://DemoX/CS100/sequential/First_steps, sequential, First_steps, true"
    })
    void readsTypeAndId(String text, String type, String id, boolean oldStyle) {
        // Given
        UsageKey key = new UsageKey(text);

        // When
        String shown = key.toString();

        // Then
        assertThat(shown).isEqualTo(text);
        assertThat(key.blockType()).isEqualTo(type);
        assertThat(key.blockId()).isEqualTo(id);
        assertThat(key.isOldStyle()).isEqualTo(oldStyle);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "p1",
                "course-v1:DemoX+CS101+2026_T1",
                "block-v1:DemoX+CS101+2026_T1+type@problem",
                "block-v1:DemoX+CS101+2026_T1+block@p1+type@problem",
                "block-v1:DemoX+CS101+type@problem+block@p1",
                "block-v1:DemoX+CS101+2026_T1+type@problem+block@p 1",
                "ccx-block-v1:DemoX+CS101+2026_T1+type@vertical+block@v1",
                "i4x://DemoX/CS100/sequential",
                "i4x:/DemoX/CS100/sequential/First"
            })
    void refusesEveryOtherForm(String text) {
        // Given

        // When
        var creation = assertThatThrownBy(() -> new UsageKey(text));

        // Then
        creation.isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("usage key ");
    }
}
