package org.laurel.kit.sql;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns one property of many rows into the array that a set-based statement takes. Nulls stay null. */
public final class Column {

    private Column() {}

    /** A text column; use it with a cast for times, numbers, uuids and json ({@code t.at::timestamptz}). */
    public static <R> @Nullable String[] texts(List<R> rows, Function<? super R, ? extends @Nullable Object> property) {
        @Nullable String[] column = new String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            Object value = property.apply(rows.get(i));
            column[i] = value == null ? null : value.toString();
        }
        return column;
    }

    /** A bigint column. */
    public static <R> @Nullable Long[] longs(List<R> rows, Function<? super R, @Nullable Long> property) {
        @Nullable Long[] column = new Long[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = property.apply(rows.get(i));
        }
        return column;
    }

    /** An integer column. */
    public static <R> @Nullable Integer[] integers(List<R> rows, Function<? super R, @Nullable Integer> property) {
        @Nullable Integer[] column = new Integer[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = property.apply(rows.get(i));
        }
        return column;
    }

    /** A boolean column. */
    public static <R> @Nullable Boolean[] flags(List<R> rows, Function<? super R, @Nullable Boolean> property) {
        @Nullable Boolean[] column = new Boolean[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = property.apply(rows.get(i));
        }
        return column;
    }
}
