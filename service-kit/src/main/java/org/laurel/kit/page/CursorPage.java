package org.laurel.kit.page;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.problem.ProblemException;

/**
 * A list that is read with a keyset cursor, for lists that may be large.
 *
 * @param results the items of this page
 * @param nextCursor hand it in to get the next page, null on the last
 */
public record CursorPage<T>(List<T> results, @Nullable String nextCursor) {

    /**
     * Makes a page of items of which one more than the limit was asked for.
     *
     * @param cursor the cursor after an item
     */
    public static <T> CursorPage<T> of(List<T> oneMore, int limit, Function<T, String> cursor) {
        if (oneMore.size() <= limit) {
            return new CursorPage<>(oneMore, null);
        }
        List<T> page = oneMore.subList(0, limit);
        return new CursorPage<>(List.copyOf(page), cursor.apply(page.getLast()));
    }

    /**
     * This page of a list that is never empty, such as a history.
     *
     * @param isFirst whether no cursor was given
     * @param unknown the refusal when there is nothing on the first page: what the list is about never was
     */
    public CursorPage<T> orUnknown(boolean isFirst, Supplier<ProblemException> unknown) {
        if (isFirst && results.isEmpty()) {
            throw unknown.get();
        }
        return this;
    }
}
