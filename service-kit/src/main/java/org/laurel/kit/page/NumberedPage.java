package org.laurel.kit.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list in pages by number, in the flat envelope that existing clients read.
 *
 * @param count items of the whole list
 * @param next address of the next page, null on the last
 * @param previous address of the page before, null on the first
 */
public record NumberedPage<T>(
        long count,
        @Nullable String next,
        @Nullable String previous,
        int numPages,
        int currentPage,
        int start,
        List<T> results) {

    /** Makes the envelope of a page that was read from a list of {@code count} items. */
    public static <T> NumberedPage<T> of(List<T> results, long count, PageRequest page, PageLinks links) {
        int pages = (int) Math.max(1, (count + page.size() - 1) / page.size());
        return new NumberedPage<>(
                count,
                page.number() < pages ? links.to(page.number() + 1) : null,
                page.number() > 1 ? links.to(page.number() - 1) : null,
                pages,
                page.number(),
                page.offset(),
                results);
    }
}
