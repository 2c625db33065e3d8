package org.laurel.kit.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list whose paging members stand beside the results and once more under {@code pagination}, for clients of both shapes.
 *
 * @param count items of the whole list
 * @param next address of the next page, null on the last; by cursor when one was given, and beyond what numbers reach
 * @param numPages null when a cursor was given, like the next three
 * @param page the same as currentPage, for clients that look for it under this name
 * @param nextCursor hand it in as {@code cursor} to go on after this page; null on the last, and of lists without cursors
 */
public record DoublePage<T>(
        long count,
        @Nullable String next,
        @Nullable String previous,
        @Nullable Integer numPages,
        @Nullable Integer page,
        @Nullable Integer currentPage,
        @Nullable Integer start,
        @Nullable String nextCursor,
        Pagination pagination,
        List<T> results) {

    /** The paging members. */
    public record Pagination(
            long count,
            @Nullable String next,
            @Nullable String previous,
            @Nullable Integer numPages,
            @Nullable Integer page,
            @Nullable Integer currentPage,
            @Nullable Integer start,
            @Nullable String nextCursor) {}

    /** Makes the envelope of a page that was read from a list of {@code count} items. */
    public static <T> DoublePage<T> of(List<T> results, long count, PageRequest page, PageLinks links) {
        return of(results, count, page, null, links);
    }

    /**
     * The same for a list that is read by cursor as well.
     *
     * @param cursor goes on after this page, null on the last
     */
    public static <T> DoublePage<T> of(
            List<T> results, long count, PageRequest page, @Nullable String cursor, PageLinks links) {
        NumberedPage<T> flat = NumberedPage.of(results, count, page, links);
        return of(
                new Pagination(
                        count,
                        cursor == null || page.isFollowed() ? flat.next() : links.after(cursor),
                        page.isPreceded() ? flat.previous() : null,
                        flat.numPages(),
                        flat.currentPage(),
                        flat.currentPage(),
                        flat.start(),
                        cursor),
                results);
    }

    /**
     * Makes the envelope of a page that was asked for by cursor.
     *
     * @param cursor goes on after this page, null on the last
     */
    public static <T> DoublePage<T> after(List<T> results, long count, @Nullable String cursor, PageLinks links) {
        String next = cursor == null ? null : links.after(cursor);
        return of(new Pagination(count, next, null, null, null, null, null, cursor), results);
    }

    private static <T> DoublePage<T> of(Pagination pagination, List<T> results) {
        return new DoublePage<>(
                pagination.count(),
                pagination.next(),
                pagination.previous(),
                pagination.numPages(),
                pagination.page(),
                pagination.currentPage(),
                pagination.start(),
                pagination.nextCursor(),
                pagination,
                results);
    }
}
