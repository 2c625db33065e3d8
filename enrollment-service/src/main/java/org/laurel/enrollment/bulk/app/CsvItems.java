package org.laurel.enrollment.bulk.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.bulk.domain.BulkItem;
import org.laurel.kit.problem.ProblemException;

/**
 * Rows of comma-separated values (RFC 4180, UTF-8). The header row names the columns: {@code identifier} (or {@code email} or
 * {@code username}), {@code course_id} unless all rows have the same, and {@code mode}. Others are passed over.
 */
final class CsvItems implements Iterator<BulkItem>, AutoCloseable {

    private static final List<String> IDENTIFIERS = List.of("identifier", "email", "username");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final int identifier;
    private final int course;
    private final int mode;
    private final @Nullable String courseId;

    CsvItems(BulkSource.SentFile file) {
        this.courseId = file.courseId();
        try {
            parser = CSVParser.parse(
                    Files.newBufferedReader(file.path()),
                    CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        records = parser.iterator();
        List<String> header = hasNext() ? names(read()) : List.of();
        identifier = IDENTIFIERS.stream()
                .mapToInt(header::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(-1);
        course = header.indexOf("course_id");
        mode = header.indexOf("mode");
        if (identifier < 0 || (course < 0 && courseId == null)) {
            throw ProblemException.badRequest(
                    "missing_columns",
                    "The first row names the columns: identifier, course_id (unless the request names one) and mode.");
        }
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException failure) {
            throw unreadable(failure);
        }
    }

    @Override
    public BulkItem next() {
        CSVRecord row = read();
        String chosen = value(row, mode);
        String named = value(row, course);
        return new BulkItem(
                fit(value(row, identifier)),
                named.isEmpty() ? Objects.requireNonNullElse(courseId, "") : fit(named),
                chosen.isEmpty() ? null : fit(chosen));
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private CSVRecord read() {
        try {
            return records.next();
        } catch (UncheckedIOException | IllegalStateException failure) {
            throw unreadable(failure);
        }
    }

    /** A cell that is not there is empty. */
    private static String value(CSVRecord row, int column) {
        return column < 0 || column >= row.size() ? "" : row.get(column).strip();
    }

    /** What no column can hold is cut or replaced; the row is refused for it when its turn comes. */
    private static String fit(String text) {
        String plain = text.replace('\0', ' ');
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }

    private static final int LONGEST = 300;

    private static List<String> names(CSVRecord header) {
        return header.stream()
                .map(name -> name.replace(BYTE_ORDER_MARK, "").strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static ProblemException unreadable(RuntimeException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof CharacterCodingException) {
            return ProblemException.badRequest("not_utf8", "The file must be in UTF-8; convert it first.");
        }
        if (cause == null || cause instanceof CSVException || cause instanceof IOException) {
            return ProblemException.badRequest(
                    "unreadable_csv", "The file is not comma-separated values; a quote is probably not closed.");
        }
        throw failure;
    }
}
