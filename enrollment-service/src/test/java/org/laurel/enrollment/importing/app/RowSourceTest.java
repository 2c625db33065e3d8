package org.laurel.enrollment.importing.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.importing.domain.RawRow;
import org.laurel.enrollment.importing.domain.RowCode;
import org.laurel.enrollment.importing.domain.RowKind;
import org.laurel.kit.problem.ProblemException;

/** Files are taken apart row by row, and each row knows its line. */
class RowSourceTest {

    @Test
    void knowsTheLineOnWhichARowOfACsvFileBegins() throws IOException {
        // Given
        String csv =
                "\uFEFFLearner_ID, username ,email,pet\r\n1,\"a\"\"b\",\"x\r\ny\",cat\r\n\r\n2,b,c,d\n3,b\n4,\"\",c,d";

        // When
        List<RawRow> rows = all(csv(csv, null, 1));

        // Then
        assertThat(rows)
                .extracting(RawRow::line, RawRow::members, RawRow::problem)
                .containsExactly(
                        tuple(2L, Map.of("learner_id", "1", "username", "a\"b", "email", "x\r\ny"), null),
                        tuple(5L, Map.of("learner_id", "2", "username", "b", "email", "c"), null),
                        tuple(6L, Map.of(), RowCode.WRONG_NUMBER_OF_COLUMNS),
                        tuple(7L, Map.of("learner_id", "4", "username", "", "email", "c"), null));
    }

    @Test
    void countsOnInALaterPartWhetherItRepeatsTheHeaderOrNot() throws IOException {
        // Given
        List<String> header = List.of("learner_id", "username");

        // When
        List<RawRow> bare = all(csv("5,e\n6,f\n", header, 40));
        List<RawRow> repeating = all(csv("learner_id,username\n5,e\n", header, 40));

        // Then
        assertThat(bare).extracting(RawRow::line).containsExactly(40L, 41L);
        assertThat(repeating).extracting(RawRow::line).containsExactly(41L);
    }

    @Test
    void readsObjectsOfJsonLines() throws IOException {
        // Given
        String lines =
                "{\"learner_id\": 7, \"is_active\": true, \"email\": null, \"pet\": {}, \"meta\": {\"a\": [1]}}\n\n"
                        + "[]\n{\"username\": {}}\n{\"username\": \"" + "x".repeat(RawRow.LONGEST)
                        + "\"}\n{\"username\": \"\\ud800\"}";

        // When
        List<RawRow> rows = all(new JsonLines(
                SentText.open(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8))),
                new ObjectMapper(),
                RowKind.LEARNERS,
                10));

        // Then
        assertThat(rows)
                .extracting(RawRow::line, RawRow::members, RawRow::problem)
                .containsExactly(
                        tuple(
                                10L,
                                Map.of("learner_id", "7", "is_active", "true", "email", "", "meta", "{\"a\":[1]}"),
                                null),
                        tuple(12L, Map.of(), RowCode.UNREADABLE_ROW),
                        tuple(13L, Map.of(), RowCode.UNREADABLE_ROW),
                        tuple(14L, Map.of(), RowCode.ROW_TOO_LONG),
                        tuple(15L, Map.of(), RowCode.UNSTORABLE_TEXT));
    }

    @Test
    void doesNotReadOnInARowThatDoesNotEnd() throws IOException {
        // Given
        Endless endless = new Endless("learner_id,username\n1,\"");
        CsvRows rows = new CsvRows(
                endless, new CsvRows.Columns(RowKind.LEARNERS.required(), RowKind.LEARNERS::reads), null, 1);

        // When
        ProblemException refused = catchThrowableOfType(ProblemException.class, rows::next);

        // Then
        assertThat(refused.problem().errorCode()).isEqualTo("unclosed_quote");
        assertThat(refused.problem().detail()).contains("line 2 ");
        assertThat(endless.read).isLessThan(3L * RawRow.LONGEST);
    }

    @Test
    void takesManyRowsAsLongAsARowMayBe() throws IOException {
        // Given
        String row = "1,\"" + "x\n".repeat(RawRow.LONGEST / 2 - 10) + "\"\n";

        // When
        List<RawRow> rows = all(csv("learner_id,username\n" + row.repeat(5), null, 1));

        // Then
        assertThat(rows).hasSize(5).allMatch(each -> each.problem() == null);
    }

    @Test
    void takesTheApostropheAwayThatIsBeforeAFormula() throws IOException {
        // When
        List<RawRow> rows = all(csv("learner_id,username,email\n1,'=1+1,'a\n2,''@b,=c\n", null, 1));

        // Then
        assertThat(rows)
                .extracting(RawRow::members)
                .containsExactly(
                        Map.of("learner_id", "1", "username", "=1+1", "email", "'a"),
                        Map.of("learner_id", "2", "username", "'@b", "email", "=c"));
    }

    /** A beginning, and then the same letter for ever. */
    private static final class Endless extends Reader {

        private final String beginning;
        private long read;

        Endless(String beginning) {
            this.beginning = beginning;
        }

        @Override
        public int read(char[] characters, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                characters[i] = read < beginning.length() ? beginning.charAt((int) read) : 'x';
                read++;
            }
            return length;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private static CsvRows csv(String text, @Nullable List<String> header, long firstLine) throws IOException {
        return new CsvRows(
                SentText.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                new CsvRows.Columns(RowKind.LEARNERS.required(), RowKind.LEARNERS::reads),
                header,
                firstLine);
    }

    private static List<RawRow> all(RowSource source) throws IOException {
        List<RawRow> rows = new ArrayList<>();
        for (RawRow row = source.next(); row != null; row = source.next()) {
            rows.add(row);
        }
        return rows;
    }
}
