package org.laurel.certificates.legacyimport.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.certificates.legacyimport.domain.RawRow;
import org.laurel.certificates.legacyimport.domain.RowCode;

/** What is kept of the rows of a file: only what is read. */
class RowSourceTest {

    @Test
    void unknownMembersOfJsonLinesAreNotKept() throws IOException {
        // Given
        String rows = """
                {"learner_id": 7, "ssn": "1-2", "address": {"city": "London"}, "weight": 1e400, "phones": ["1"],
                 "learner": {"name": "Ada", "phone": "1"}, "status": "error"}""".replace("\n", "");

        // When
        List<RawRow> read = read(new JsonLines(text(rows), new ObjectMapper()));

        // Then
        assertThat(read)
                .containsExactly(RawRow.of(1, Map.of("learner_id", "7", "full_name", "Ada", "status", "error")));
    }

    @Test
    void unknownColumnsOfCsvAreNotKept() throws IOException {
        // Given
        String rows = "user_id,SSN,course_id,status\n7,1-2,a/b/c,error\n8,1-2,a/b/c\n";

        // When
        List<RawRow> read = read(new CsvRows(text(rows), null));

        // Then
        assertThat(read)
                .containsExactly(
                        RawRow.of(2, Map.of("user_id", "7", "course_id", "a/b/c", "status", "error")),
                        RawRow.refused(3, RowCode.WRONG_NUMBER_OF_COLUMNS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"grade\": 1e400}",
                "{\"learner_id\": -1e400}",
                "{\"learner\": {\"name\": 1e999}}",
                "{\"grade\": [1]}",
                "{\"grade\": NaN}",
                "[1]",
                "{"
            })
    void aMemberThatIsNoPlainValueMakesTheRowUnreadable(String row) throws IOException {
        // Given When
        List<RawRow> read = read(new JsonLines(text(row), new ObjectMapper()));

        // Then
        assertThat(read).containsExactly(RawRow.refused(1, RowCode.UNREADABLE_ROW));
    }

    private static Utf8Text text(String text) throws IOException {
        return new Utf8Text(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1);
    }

    private static List<RawRow> read(RowSource source) throws IOException {
        List<RawRow> rows = new ArrayList<>();
        for (RawRow row = source.next(); row != null; row = source.next()) {
            rows.add(row);
        }
        return rows;
    }
}
