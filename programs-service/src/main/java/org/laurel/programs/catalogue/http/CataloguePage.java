package org.laurel.programs.catalogue.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.page.NumberedPage;
import org.laurel.kit.page.PageLinks;
import org.laurel.kit.page.PageRequest;
import org.laurel.kit.problem.ProblemException;

/**
 * A list of the catalogue in the envelope that existing clients read, page by number; and by cursor as far as one likes.
 *
 * @param count items of the whole list
 * @param next address of the next page, null on the last and when a cursor was given
 * @param numPages null when a cursor was given, like the next two
 * @param nextCursor hand it in as {@code cursor} to go on after this page, null on the last
 */
record CataloguePage<T>(
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

    /** How a page is asked for. */
    record Asked(
            @Nullable Integer page,
            @Nullable Integer size,
            @Nullable String cursor) {}

    /** Where pages are read from. */
    interface Source<F> {

        long count();

        List<F> page(int offset, int limit);

        List<F> after(String cursor, int limit);

        String cursor(F item);
    }

    /** Reads the page that is asked for. */
    static <F, T> CataloguePage<T> read(Asked asked, PageLinks links, Source<F> source, Function<F, T> view) {
        PageRequest request = PageRequest.of(asked.page(), asked.size(), USUAL_SIZE, LARGEST_SIZE);
        return asked.cursor() == null
                ? numbered(request, links, source, view)
                : after(asked.cursor(), request.size(), source, view);
    }

    /** A number as a cursor has it; 400 for what is none. */
    static long number(String cursor) {
        try {
            return cursor.isEmpty() ? 0 : Long.parseLong(cursor);
        } catch (NumberFormatException malformed) {
            throw ProblemException.badRequest("invalid_cursor", "The cursor is one that a page before has given.");
        }
    }

    private static <F, T> CataloguePage<T> numbered(
            PageRequest request, PageLinks links, Source<F> source, Function<F, T> view) {
        List<F> items = source.page(request.offset(), request.size());
        NumberedPage<T> page = NumberedPage.of(items.stream().map(view).toList(), source.count(), request, links);
        return new CataloguePage<>(
                page.count(),
                page.next(),
                page.previous(),
                page.numPages(),
                page.currentPage(),
                page.start(),
                page.next() == null || items.isEmpty() ? null : source.cursor(items.getLast()),
                page.results());
    }

    private static <F, T> CataloguePage<T> after(String cursor, int limit, Source<F> source, Function<F, T> view) {
        List<F> oneMore = source.after(cursor, limit + 1);
        List<F> items = oneMore.size() > limit ? oneMore.subList(0, limit) : oneMore;
        return new CataloguePage<>(
                source.count(),
                null,
                null,
                null,
                null,
                null,
                oneMore.size() > limit ? source.cursor(items.getLast()) : null,
                items.stream().map(view).toList());
    }
}
