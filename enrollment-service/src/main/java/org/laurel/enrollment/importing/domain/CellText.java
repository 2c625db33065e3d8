package org.laurel.enrollment.importing.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts in cells of CSV files. A spreadsheet takes one that begins with {@code = + - @}, a tabulator or a carriage return for
 * a formula and runs it, so it is written with an apostrophe before it; and so is one that has apostrophes before such a
 * character itself. What was written is read as it was.
 */
public final class CellText {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private CellText() {}

    /** A value as it stands in a cell; only texts may need an apostrophe. */
    public static @Nullable Object written(@Nullable Object value) {
        return value instanceof String text && FORMULA.matcher(text).matches() ? "'" + text : value;
    }

    /** The text that a cell means: without the one apostrophe that was put before it. */
    public static String read(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
