package org.laurel.completion.progress.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import jakarta.ws.rs.QueryParam;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.db.EnrollmentQuery.Part;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.page.DoublePage;
import org.laurel.kit.page.ListPage;
import org.laurel.kit.page.PageLinks;
import org.laurel.kit.page.PageRequest;
import org.laurel.kit.problem.ProblemException;

/**
 * The paging parameters as existing clients send them: a bad size is the usual one, a page that is not there is a 404. A cursor
 * reaches what page numbers do not. Written as JSON where requests with an {@code Idempotency-Key} are told from each other.
 */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public class PageParameters {

    private static final int USUAL = 10;
    private static final int LARGEST = 100;

    @QueryParam("page")
    @Parameter(description = "1 for the first page, or last; up to 10,000 items deep")
    @Nullable String page;

    @QueryParam("page_size")
    @Parameter(description = "Items on a page: 10 by default, at most 100")
    @Nullable String pageSize;

    @QueryParam("cursor")
    @Parameter(description = "Goes on after a page: its next_cursor. Then page does not matter")
    @Nullable String cursor;

    /**
     * Which part of a list is asked for. The last page can be had by that name however deep it lies.
     *
     * @throws ProblemException 404 for what is no page, 400 for what is no cursor
     */
    Part part() {
        if (hasCursor()) {
            return new Part.After(afterCursor(), size());
        }
        if (isLast()) {
            return new Part.Last(size());
        }
        int number = number();
        // Whether a page that numbers do not reach is there at all, the length of the list tells.
        return PageRequest.isReached(number, size())
                ? new Part.From((number - 1) * size(), size())
                : new Part.From(0, 1);
    }

    /**
     * The page.
     *
     * @param total how many items the list has, as far as was counted; what the page itself shows beats it
     * @param next the cursor that goes on after the page, null on the last
     * @throws ProblemException 404 when there is no such page, 400 when its number lies deeper than 10,000 items
     */
    <T> DoublePage<T> page(List<T> items, long total, @Nullable CourseLearner next, PageLinks links) {
        String following = next == null ? null : cursor(next);
        if (hasCursor()) {
            return DoublePage.after(items, Math.max(total, items.size()), following, links);
        }
        if (isLast()) {
            long count = Math.max(total, items.size());
            long pages = Math.max(1, (count + size() - 1) / size());
            return DoublePage.of(items, count, new PageRequest((int) pages, size()), null, links);
        }
        int number = number();
        boolean there = PageRequest.isReached(number, size()) ? !items.isEmpty() : (long) (number - 1) * size() < total;
        if (number > 1 && !there) {
            throw noPage();
        }
        PageRequest request = PageRequest.besideCursor(number, size(), USUAL, LARGEST);
        // The total may lag behind a little; what was read does not, so the last page tells the true number.
        long shown = (long) request.offset() + items.size();
        return DoublePage.of(items, following == null ? shown : Math.max(total, shown + 1), request, following, links);
    }

    private boolean hasCursor() {
        return cursor != null && !cursor.isEmpty();
    }

    private boolean isLast() {
        return "last".equals(page);
    }

    private int number() {
        int number = number(page == null ? "1" : page, 0);
        if (number < 1) {
            throw noPage();
        }
        return number;
    }

    private int size() {
        int asked = number(pageSize, USUAL);
        return Math.min(asked < 1 ? USUAL : asked, LARGEST);
    }

    /** Without the characters that have a meaning in a query, the plus of course keys above all. */
    private static String cursor(CourseLearner last) {
        byte[] text = (last.courseKey() + " " + last.learnerId()).getBytes(UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private CourseLearner afterCursor() {
        try {
            String text = new String(Base64.getUrlDecoder().decode(String.valueOf(cursor)), UTF_8);
            int space = text.indexOf(' ');
            return new CourseLearner(new CourseKey(text.substring(0, space)), new LearnerId(text.substring(space + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw ListPage.noCursor();
        }
    }

    private static ProblemException noPage() {
        return ProblemException.notFound("invalid_page", "Invalid page.");
    }

    private static int number(@Nullable String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            return otherwise;
        }
    }
}
