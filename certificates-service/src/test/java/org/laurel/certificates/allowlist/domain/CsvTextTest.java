package org.laurel.certificates.allowlist.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTextTest {

    @Test
    void readsLinesOfAllKindsAndCountsBlankOnes() {
        assertThat(CsvText.rows("a,1\r\n\r\nb,2\n\nc,3\rd,4"))
                .containsExactly(
                        List.of("a", "1"),
                        List.of(),
                        List.of("b", "2"),
                        List.of(),
                        List.of("c", "3"),
                        List.of("d", "4"));
    }

    @Test
    void anEndOfLineAtTheEndStartsNoRow() {
        assertThat(CsvText.rows("a\n")).containsExactly(List.of("a"));
        assertThat(CsvText.rows("")).isEmpty();
        assertThat(CsvText.rows("\n")).containsExactly(List.of());
    }

    @Test
    void keepsEmptyFields() {
        assertThat(CsvText.rows("a,\n,\n,,x")).containsExactly(List.of("a", ""), List.of("", ""), List.of("", "", "x"));
    }

    @Test
    void quotesProtectCommasLinesAndQuotes() {
        assertThat(CsvText.rows("\"a, b\",\"say \"\"yes\"\"\"\n\"two\nlines\",x"))
                .containsExactly(List.of("a, b", "say \"yes\""), List.of("two\nlines", "x"));
    }

    @Test
    void forgivesQuotesInOddPlaces() {
        assertThat(CsvText.rows("a\"b,\"c\"d\n\"open,e")).containsExactly(List.of("a\"b", "cd"), List.of("open,e"));
    }
}
