package org.laurel.kit.page;

import org.jspecify.annotations.Nullable;
import org.laurel.kit.problem.ProblemException;

/** A yes or no in a query. Whatever is neither is refused: read as a no, {@code dry_run=yes} would do what it only asks about. */
public final class FlagParameter {

    private FlagParameter() {}

    /**
     * Reads it, null when it is absent or blank.
     *
     * @param name of the parameter
     * @throws ProblemException 400 {@code invalid_<name>} when it is neither {@code true} or {@code 1} nor {@code false} or
     *     {@code 0}, in any case
     */
    public static @Nullable Boolean read(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.equalsIgnoreCase("true") || text.equals("1")) {
            return true;
        }
        if (text.equalsIgnoreCase("false") || text.equals("0")) {
            return false;
        }
        throw ProblemException.badRequest("invalid_" + name, name + " is true or false.");
    }

    /** The same, with its usual value when it is absent or blank. */
    public static boolean read(String name, @Nullable String text, boolean usual) {
        Boolean read = read(name, text);
        return read == null ? usual : read;
    }
}
