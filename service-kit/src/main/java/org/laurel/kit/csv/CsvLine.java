package org.laurel.kit.csv;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A line of a CSV file by RFC 4180 that no spreadsheet takes for a formula. */
public final class CsvLine {

    private static final Pattern FORMULA =
            Pattern.compile("^\\s*[=+\\-@|%\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);
    private static final Pattern LEADING_CONTROL = Pattern.compile("^[\\t\\r\\n].*", Pattern.DOTALL);
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\\r\\n]");

    private CsvLine() {}

    /** The line with its end. Null is an empty cell. A text that might be a formula gets an apostrophe before it. */
    public static String of(List<? extends @Nullable Object> cells) {
        return cells.stream()
                .map(CsvLine::safe)
                .map(cell -> NEEDS_QUOTES.matcher(cell).find() ? quoted(cell) : cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** The same with every cell in quotes, whether it needs them or not. */
    public static String quoted(List<? extends @Nullable Object> cells) {
        return cells.stream().map(CsvLine::safe).map(CsvLine::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String safe(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean dangerous =
                FORMULA.matcher(text).matches() || LEADING_CONTROL.matcher(text).matches();
        return dangerous ? "'" + text : text;
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
