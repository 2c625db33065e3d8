package org.laurel.stack.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    private static List<FileParts.Part> parts(String file, boolean quotes, int enough) throws IOException {
        FileParts source =
                new FileParts(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), quotes, enough);
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
