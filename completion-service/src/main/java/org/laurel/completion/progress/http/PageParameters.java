package org.laurel.completion.progress.http;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.page.PageRequest;
import org.laurel.kit.problem.ProblemException;

/** The paging parameters as existing clients send them: a bad size is the usual one, a page that is not there is a 404. */
public class PageParameters {

    private static final int USUAL = 10;
    private static final int LARGEST = 100;

    @QueryParam("page")
    @Parameter(description = "1 for the first page, or last")
    @Nullable String page;

    @QueryParam("page_size")
    @Parameter(description = "Items on a page: 10 by default, at most 100")
    @Nullable String pageSize;

    /**
     * The page of a list with so many items. The last one can be had by that name however deep it lies.
     *
     * @throws ProblemException 404 when there is no such page, 400 when its number lies deeper than 10,000 items
     */
    PageRequest of(long count) {
        int asked = number(pageSize, USUAL);
        int size = Math.min(asked < 1 ? USUAL : asked, LARGEST);
        long pages = Math.max(1, (count + size - 1) / size);
        if ("last".equals(page)) {
            return new PageRequest((int) pages, size);
        }
        int number = number(page == null ? "1" : page, 0);
        if (number < 1 || number > pages) {
            throw ProblemException.notFound("invalid_page", "Invalid page.");
        }
        return PageRequest.of(number, size, USUAL, LARGEST);
    }

    private static int number(@Nullable String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            return otherwise;
        }
    }
}
