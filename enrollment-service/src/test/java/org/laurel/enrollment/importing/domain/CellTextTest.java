package org.laurel.enrollment.importing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@a", "\tx", "\rx", "=a\nb", "'=1"})
    void putsAnApostropheBeforeWhatLooksLikeAFormula(String text) {
        // When
        @Nullable Object cell = CellText.written(text);

        // Then
        assertThat(cell).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a=1", "'", "'a", "''", " =1"})
    void leavesOtherTextsAlone(String text) {
        // When
        @Nullable Object cell = CellText.written(text);

        // Then
        assertThat(cell).isEqualTo(text);
        assertThat(CellText.read(text)).isEqualTo(text);
    }

    @Test
    void leavesAloneWhatIsNoText() {
        assertThat(CellText.written(-1)).isEqualTo(-1);
        assertThat(CellText.written(null)).isNull();
    }

    @Property
    void readsWhatWasWrittenAndWritesNoFormula(@ForAll("texts") String text) {
        // When
        String cell = String.valueOf(CellText.written(text));

        // Then
        assertThat(CellText.read(cell)).isEqualTo(text);
        assertThat(cell).doesNotMatch("(?s)[=+\\-@\\t\\r].*");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("'=+-@\t\r\na,\"").ofMaxLength(6);
    }
}
