package org.laurel.kit.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @Test
    void quotesWhatNeedsIt() {
        // When
        String line = CsvLine.of(Arrays.asList("plain", "a,b", "say \"hi\"", "two\nlines", null, 7));

        // Then
        assertThat(line).isEqualTo("plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",,7\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "|cmd", "%0A=1", "\uFF1D1", "\ttext"})
    void noCellIsAFormula(String dangerous) {
        // When
        String line = CsvLine.of(Arrays.asList(dangerous));

        // Then
        assertThat(line).isEqualTo("'" + dangerous + "\r\n");
    }

    @Test
    void aDangerousCellIsQuotedToo() {
        // When
        String line = CsvLine.of(Arrays.asList("=HYPERLINK(\"x\",\"y\")"));

        // Then
        assertThat(line).isEqualTo("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"course-v1:Org+A+1", "a=b", "ada@example.org", "O'Hara", ""})
    void ordinaryTextStaysAsItIs(String ordinary) {
        // When
        String line = CsvLine.of(Arrays.asList(ordinary));

        // Then
        assertThat(line).isEqualTo(ordinary + "\r\n");
    }

    @Test
    void quotesEveryCellWhereAReaderExpectsThat() {
        // When
        String line = CsvLine.quoted(Arrays.asList("plain", "say \"hi\"", null, 7, "=1"));

        // Then
        assertThat(line).isEqualTo("\"plain\",\"say \"\"hi\"\"\",\"\",\"7\",\"'=1\"\r\n");
    }
}
