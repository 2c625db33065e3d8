package org.laurel.enrollment.importing.app;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.importing.domain.CellText;
import org.laurel.enrollment.importing.domain.RawRow;
import org.laurel.enrollment.importing.domain.RowCode;
import org.laurel.kit.problem.ProblemException;

/**
 * Comma-separated values by RFC 4180 with a header row; blank lines are passed over, names of columns are in lower case. The
 * apostrophe that {@link CellText} puts before what looks like a formula is taken away.
 */
public final class CsvRows implements RowSource {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .setTrailingData(true)
            .get();

    private final RecordLimit text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final long linesBefore;
    private final Predicate<String> read;
    private final List<String> header;
    private @Nullable CSVRecord ahead;
    private long line;

    /**
     * Which columns a file has.
     *
     * @param required of each list one has to be there
     * @param read whether a column is read
     */
    public record Columns(List<List<String>> required, Predicate<String> read) {}

    /**
     * Reads the header.
     *
     * @param known the columns of the import's first part, null when this is the first; a later part may repeat them
     * @param firstLine the number of the file's first line
     */
    public CsvRows(Reader text, Columns columns, @Nullable List<String> known, long firstLine) throws IOException {
        this.text = new RecordLimit(text);
        this.parser = CSVParser.parse(this.text, FORMAT);
        this.records = parser.iterator();
        this.linesBefore = firstLine - 1;
        this.read = columns.read();
        CSVRecord first = record();
        List<String> names = first == null ? List.of() : names(first);
        if (known == null) {
            check(names, columns.required());
            header = names;
        } else {
            header = known;
            ahead = names.equals(known) ? null : first;
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public @Nullable RawRow next() {
        CSVRecord row = ahead == null ? record() : ahead;
        ahead = null;
        while (row != null && isBlank(row)) {
            row = record();
        }
        if (row == null) {
            return null;
        }
        if (row.size() != header.size()) {
            return RawRow.refused(line, RowCode.WRONG_NUMBER_OF_COLUMNS);
        }
        Map<String, String> members = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (read.test(header.get(i))) {
                members.put(header.get(i), CellText.read(row.get(i)));
            }
        }
        return RawRow.of(line, members);
    }

    private @Nullable CSVRecord record() {
        line = linesBefore + parser.getCurrentLineNumber() + 1;
        text.begin();
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException failure) {
            IOException cause = failure.getCause();
            throw cause == null ? failure : SentText.problem(cause, line);
        }
    }

    private static boolean isBlank(CSVRecord row) {
        return row.size() == 1 && row.get(0).isBlank();
    }

    private static List<String> names(CSVRecord row) {
        return row.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    }

    private static void check(List<String> names, List<List<String>> required) {
        for (List<String> oneOf : required) {
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
    }
}
