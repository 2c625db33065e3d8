package org.laurel.enrollment.importing.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.StorableText;

/**
 * A row as it was sent, taken apart and not yet understood.
 *
 * @param line the line of the file on which it begins, from 1
 * @param members its members as texts, empty when it could not be taken apart
 * @param problem why it could not, null when it could
 */
public record RawRow(
        long line, Map<String, String> members, @Nullable RowCode problem) {

    /** Longest row, in characters. */
    public static final int LONGEST = 65_536;

    /** A row that could be taken apart; texts that no database holds make it one that could not. */
    public static RawRow of(long line, Map<String, String> members) {
        int length = members.values().stream().mapToInt(String::length).sum();
        if (length > LONGEST) {
            return refused(line, RowCode.ROW_TOO_LONG);
        }
        boolean storable = members.values().stream().allMatch(StorableText::isStorable);
        return storable ? new RawRow(line, members, null) : refused(line, RowCode.UNSTORABLE_TEXT);
    }

    /** A row that could not be taken apart. */
    public static RawRow refused(long line, RowCode problem) {
        return new RawRow(line, Map.of(), problem);
    }
}
