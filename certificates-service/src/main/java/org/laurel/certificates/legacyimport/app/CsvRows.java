package org.laurel.certificates.legacyimport.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.legacyimport.domain.RawRow;
import org.laurel.certificates.legacyimport.domain.RowCode;
import org.laurel.certificates.legacyimport.domain.RowReading;
import org.laurel.kit.problem.ProblemException;

/** Comma-separated values by RFC 4180 with a header row; blank lines are passed over. */
final class CsvRows implements RowSource {

    private static final List<List<String>> REQUIRED = List.of(
            List.of("learner_id", "user_id", "username"), List.of("course_key", "course_id"), List.of("status"));

    private final Utf8Text text;
    private final List<String> header;
    private @Nullable List<String> ahead;
    private long aheadLine;

    /**
     * Reads the header.
     *
     * @param known the columns of the import's first part, null when this is the first; a later part may repeat them
     */
    CsvRows(Utf8Text text, @Nullable List<String> known) throws IOException {
        this.text = text;
        aheadLine = text.line();
        List<String> first = fields();
        if (known == null) {
            header = columns(first == null ? List.of() : first);
        } else {
            header = known;
            ahead = first != null && !names(first).equals(known) ? first : null;
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        List<String> row = ahead;
        long line = aheadLine;
        ahead = null;
        while (row == null) {
            if (text.peek() == Utf8Text.END) {
                return null;
            }
            line = text.line();
            row = fields();
        }
        if (row.size() != header.size()) {
            return RawRow.refused(line, RowCode.WRONG_NUMBER_OF_COLUMNS);
        }
        Map<String, String> members = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            if (RowReading.isMember(header.get(i))) {
                members.put(header.get(i), row.get(i));
            }
        }
        return RawRow.of(line, members);
    }

    /** The fields of the next row; null for a blank line. */
    private @Nullable List<String> fields() throws IOException {
        long line = text.line();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        int length = 0;
        boolean quoted = false;
        while (true) {
            int next = text.read();
            if (++length > LONGEST_ROW) {
                throw tooLong(line);
            }
            if (next == Utf8Text.END && quoted) {
                throw tooLong(line);
            }
            if (quoted) {
                quoted = next != '"' || text.peek() == '"';
                if (quoted) {
                    field.append((char) (next == '"' ? text.read() : next));
                }
            } else if (next == '"' && field.isEmpty()) {
                quoted = true;
            } else if (next == ',') {
                fields.add(field.toString());
                field.setLength(0);
            } else if (next == '\n' || next == Utf8Text.END) {
                fields.add(field.toString());
                return length == 1 ? null : fields;
            } else {
                field.append((char) next);
            }
        }
    }

    private static List<String> columns(List<String> first) {
        List<String> names = names(first);
        for (List<String> oneOf : REQUIRED) {
            if (oneOf.stream().noneMatch(names::contains)) {
                throw ProblemException.badRequest(
                        "missing_columns",
                        "The header row has no column " + String.join(" or ", oneOf)
                                + ". The first row names the columns, separated by commas.");
            }
        }
        if (names.stream().distinct().count() < names.size()) {
            throw ProblemException.badRequest("duplicate_columns", "The header row names a column twice.");
        }
        return names;
    }

    private static List<String> names(List<String> fields) {
        return fields.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static ProblemException tooLong(long line) {
        return ProblemException.badRequest(
                "unclosed_quote",
                "The row at line " + line + " does not end within " + LONGEST_ROW
                        + " characters; a quote is probably not closed. Double the quotes inside quoted fields.");
    }
}
