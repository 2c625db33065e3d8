package org.laurel.kit.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.problem.ProblemException;

/**
 * A list in the flat envelope that existing clients read, page by number; and by cursor as far as one likes.
 *
 * @param count items of the whole list
 * @param next address of the next page, null on the last; by cursor when one was given, and beyond what numbers reach
 * @param numPages null when a cursor was given, like the next two
 * @param nextCursor hand it in as {@code cursor} to go on after this page, null on the last
 */
public record ListPage<T>(
        long count,
        @Nullable String next,
        @Nullable String previous,
        @Nullable Integer numPages,
        @Nullable Integer currentPage,
        @Nullable Integer start,
        @Nullable String nextCursor,
        List<T> results) {

    private static final int USUAL_SIZE = 20;
    private static final int LARGEST_SIZE = 100;

    /**
     * How a page is asked for.
     *
     * @param cursor what a page before has given, null or empty to ask by number
     */
    public record Asked(
            @Nullable Integer page,
            @Nullable Integer size,
            @Nullable String cursor) {}

    /** Where pages are read from, always in the same order. */
    public interface Source<F> {

        /** How many items there are; it may lag behind a little. */
        long count();

        /** So many items after the first ones. */
        List<F> page(int offset, int limit);

        /** So many items after the one with this cursor; 400 when it is none. */
        List<F> after(String cursor, int limit);

        /** The cursor of an item. */
        String cursor(F item);
    }

    /**
     * Reads the page that is asked for: 20 items unless the request says otherwise, at most 100.
     *
     * @throws ProblemException 400 for numbers below 1, for pages that lie too deep to be found by number, and for what is no
     *     cursor
     */
    public static <F, T> ListPage<T> read(Asked asked, PageLinks links, Source<F> source, Function<F, T> view) {
        PageRequest request = PageRequest.besideCursor(asked.page(), asked.size(), USUAL_SIZE, LARGEST_SIZE);
        return asked.cursor() == null || asked.cursor().isEmpty()
                ? numbered(request, links, source, view)
                : after(asked.cursor(), request.size(), links, source, view);
    }

    /** The page of a list that has no items, for requests that name what is not there. */
    public static <T> ListPage<T> empty(Asked asked, PageLinks links) {
        return read(asked, links, new Nothing<T>(), item -> item);
    }

    /** A number as a cursor has it; 400 for what is none. */
    public static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException malformed) {
            throw noCursor();
        }
    }

    /** The answer to a text that is no cursor of a list. */
    public static ProblemException noCursor() {
        return ProblemException.badRequest("invalid_cursor", "The cursor is one that a page before has given.");
    }

    private static <F, T> ListPage<T> numbered(
            PageRequest request, PageLinks links, Source<F> source, Function<F, T> view) {
        List<F> oneMore = source.page(request.offset(), request.size() + 1);
        boolean more = oneMore.size() > request.size();
        List<F> items = more ? oneMore.subList(0, request.size()) : oneMore;
        String cursor = more ? source.cursor(items.getLast()) : null;
        NumberedPage<T> page = NumberedPage.of(items.stream().map(view).toList(), source.count(), request, links);
        return new ListPage<>(
                page.count(),
                cursor == null || request.isFollowed() ? page.next() : links.after(cursor),
                page.previous(),
                page.numPages(),
                page.currentPage(),
                page.start(),
                cursor,
                page.results());
    }

    private static <F, T> ListPage<T> after(
            String cursor, int limit, PageLinks links, Source<F> source, Function<F, T> view) {
        List<F> oneMore = source.after(cursor, limit + 1);
        boolean more = oneMore.size() > limit;
        List<F> items = more ? oneMore.subList(0, limit) : oneMore;
        String following = more ? source.cursor(items.getLast()) : null;
        return new ListPage<>(
                source.count(),
                following == null ? null : links.after(following),
                null,
                null,
                null,
                null,
                following,
                items.stream().map(view).toList());
    }

    private record Nothing<F>() implements Source<F> {

        @Override
        public long count() {
            return 0;
        }

        @Override
        public List<F> page(int offset, int limit) {
            return List.of();
        }

        @Override
        public List<F> after(String cursor, int limit) {
            return List.of();
        }

        @Override
        public String cursor(F item) {
            throw new IllegalStateException("there is no item");
        }
    }
}
