package org.laurel.kit.retirement;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the search for traces of learners in rows about others has come to.
 *
 * @param list the number of the list of rows, from zero; below zero before the first of them
 * @param key the primary key of the last row that was looked at, empty at the beginning of the list
 */
record TracePlace(int list, List<String> key) {

    private static final Pattern LINE = Pattern.compile("\n");

    private static final int BEFORE_THE_LISTS = -1;

    public TracePlace {
        key = List.copyOf(key);
    }

    /** Before everything. */
    static TracePlace first() {
        return new TracePlace(BEFORE_THE_LISTS, List.of());
    }

    /**
     * Reads what {@link #text} has written. A place in lists of another order is {@link #first}: the search begins anew.
     *
     * @param order tells the lists as they stand now from others: numbers of another order mean other lists
     */
    static TracePlace of(String text, String order) {
        if (!text.startsWith(order + ": ")) {
            return first();
        }
        String[] lines = LINE.split(text.substring(order.length() + 2), -1);
        return new TracePlace(Integer.parseInt(lines[0]), List.of(lines).subList(1, lines.length));
    }

    /** As one text; no key holds a line break. */
    String text(String order) {
        return String.join(
                "\n",
                Stream.concat(Stream.of(order + ": " + list), key.stream()).toList());
    }

    /** Whether no list has been begun. */
    boolean isFirst() {
        return list == BEFORE_THE_LISTS;
    }

    /** The beginning of the next list. */
    TracePlace nextList() {
        return new TracePlace(list + 1, List.of());
    }

    /** After a row of the same list. */
    TracePlace at(List<String> row) {
        return new TracePlace(list, row);
    }
}
