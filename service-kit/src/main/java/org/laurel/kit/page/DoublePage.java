package org.laurel.kit.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list whose paging members stand beside the results and once more under {@code pagination}, for clients of both shapes. */
public record DoublePage<T>(
        long count,
        @Nullable String next,
        @Nullable String previous,
        int numPages,
        int currentPage,
        int start,
        Pagination pagination,
        List<T> results) {

    /** The paging members. */
    public record Pagination(
            long count, @Nullable String next, @Nullable String previous, int numPages, int currentPage, int start) {}

    /** Makes the envelope of a page that was read from a list of {@code count} items. */
    public static <T> DoublePage<T> of(List<T> results, long count, PageRequest page, PageLinks links) {
        NumberedPage<T> flat = NumberedPage.of(results, count, page, links);
        Pagination pagination =
                new Pagination(count, flat.next(), flat.previous(), flat.numPages(), flat.currentPage(), flat.start());
        return new DoublePage<>(
                count,
                flat.next(),
                flat.previous(),
                flat.numPages(),
                flat.currentPage(),
                flat.start(),
                pagination,
                results);
    }
}
