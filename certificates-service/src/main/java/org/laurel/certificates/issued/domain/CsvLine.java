package org.laurel.certificates.issued.domain;

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
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean dangerous =
                FORMULA.matcher(text).matches() || LEADING_CONTROL.matcher(text).matches();
        String safe = dangerous ? "'" + text : text;
        return NEEDS_QUOTES.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
