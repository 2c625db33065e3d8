package org.laurel.stack.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.stack.StackFailure;

class FilePartsTest {

    @Test
    void cutsBetweenRowsAndKnowsTheirLines() throws IOException {
        // Given
        String file = "one\ntwo\nthree\nfour";

        // When
        List<FileParts.Part> parts = parts(file, false, 5);

        // Then
        assertThat(parts).extracting(FilePartsTest::text).containsExactly("one\ntwo\n", "three\n", "four");
        assertThat(parts).extracting(FileParts.Part::firstLine).containsExactly(1L, 3L, 4L);
        assertThat(parts.getLast().sent()).isEqualTo(file.length());
    }

    @Test
    void keepsAQuotedFieldWithLineBreaksTogether() throws IOException {
        // Given
        String file = "a,\"b\n\"\"c\"\"\nd\"\ne,f\n";

        // When
        List<FileParts.Part> parts = parts(file, true, 3);

        // Then
        assertThat(parts).extracting(FilePartsTest::text).containsExactly("a,\"b\n\"\"c\"\"\nd\"\n", "e,f\n");
        assertThat(parts).extracting(FileParts.Part::firstLine).containsExactly(1L, 4L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,5\" disc|2,c|",
                "1,a\"b\"\"|2,\"\"|3,\"x\"\"\"|4,|",
                "1,\"\"|\"2\",\"a\"\"\"\"b\"|",
                "1, \"a|2,\rb\"|",
                "\uFEFF1,5\" x|3|"
            })
    void aQuoteInsideAFieldOpensNone(String rows) throws IOException {
        // Given
        List<String> wanted =
                Stream.of(rows.split("\\|")).map(row -> row + "\n").toList();

        // When
        List<FileParts.Part> parts = parts(String.join("", wanted), true, 1);

        // Then
        assertThat(parts).extracting(FilePartsTest::text).containsExactlyElementsOf(wanted);
    }

    @Test
    void aQuotedFieldAfterAByteOrderMarkIsOne() throws IOException {
        // Given
        String file = "\uFEFF\"a\nb\",c\nd,\"e\r\nf\"\r\n";

        // When
        List<FileParts.Part> parts = parts(file, true, 1);

        // Then
        assertThat(parts).extracting(FilePartsTest::text).containsExactly("\uFEFF\"a\nb\",c\n", "d,\"e\r\nf\"\r\n");
    }

    @ParameterizedTest
    @CsvSource({"true, A quote of it is probably not closed", "false, A row is one line"})
    void saysWhichRowIsTooLongForAPart(boolean csv, String advice) {
        // Given
        String file = "a,b\nc,\"" + "x".repeat(100) + (csv ? "\nd,e\n".repeat(20) : "");

        // When
        Throwable failure = catchThrowable(() -> parts(file, csv, 2));

        // Then
        assertThat(failure).isInstanceOfSatisfying(StackFailure.class, known -> {
            assertThat(known.what()).contains("begins on line 2 ", "80 bytes");
            assertThat(known.advice()).contains(advice);
        });
    }

    private static List<FileParts.Part> parts(String file, boolean csv, int enough) throws IOException {
        FileParts source =
                new FileParts(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), csv, enough, 80);
        List<FileParts.Part> parts = new ArrayList<>();
        for (FileParts.Part part = source.next(); part != null; part = source.next()) {
            parts.add(part);
        }
        return parts;
    }

    private static String text(FileParts.Part part) {
        return new String(part.bytes(), StandardCharsets.UTF_8);
    }
}
