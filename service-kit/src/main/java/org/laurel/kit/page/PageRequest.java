package org.laurel.kit.page;

import org.jspecify.annotations.Nullable;
import org.laurel.kit.problem.ProblemException;

/**
 * A page by number, as existing clients ask for it.
 *
 * @param number 1 for the first page
 * @param size items on a page
 */
public record PageRequest(int number, int size) {

    /** No page reaches beyond this many items from the start. */
    static final int DEEPEST = 10_000;

    /**
     * Reads the {@code page} and {@code page_size} parameters.
     *
     * @param size null for the usual size; more than the largest is cut to it
     * @throws ProblemException 400 when a number is below 1 or the page lies deeper than 10,000 items
     */
    public static PageRequest of(@Nullable Integer page, @Nullable Integer size, int usual, int largest) {
        return of(page, size, usual, largest, "narrow the list down instead");
    }

    /** The same for lists that are read by cursor as well. */
    public static PageRequest besideCursor(@Nullable Integer page, @Nullable Integer size, int usual, int largest) {
        return of(page, size, usual, largest, "go on with cursor, which pages give as next_cursor");
    }

    private static PageRequest of(
            @Nullable Integer page, @Nullable Integer size, int usual, int largest, String otherwise) {
        int number = page == null ? 1 : page;
        int items = size == null ? usual : Math.min(size, largest);
        if (number < 1 || items < 1) {
            throw ProblemException.badRequest("invalid_page", "page and page_size start at 1.");
        }
        if (!isReached(number, items)) {
            throw ProblemException.badRequest(
                    "page_too_deep", "Pages end " + DEEPEST + " items from the start; " + otherwise + ".");
        }
        return new PageRequest(number, items);
    }

    /** Whether a page lies so near the start that it can be asked for by number. */
    public static boolean isReached(int number, int size) {
        return (long) number * size <= DEEPEST;
    }

    /** Whether the page after it can be asked for by number. */
    boolean isFollowed() {
        return (long) (number + 1) * size <= DEEPEST;
    }

    /** Whether there is a page before it that can be asked for by number. */
    boolean isPreceded() {
        return number > 1 && isReached(number - 1, size);
    }

    /** How many items lie before the page. */
    public int offset() {
        return (number - 1) * size;
    }
}
