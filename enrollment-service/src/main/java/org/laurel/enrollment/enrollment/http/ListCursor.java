package org.laurel.enrollment.enrollment.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.laurel.enrollment.enrollment.db.EnrollmentListQuery.Place;
import org.laurel.kit.problem.ProblemException;

/**
 * Where a page of enrollments begins or ends. Clients hand it back as they got it.
 *
 * @param backwards whether the page lies before the place instead of after it
 */
record ListCursor(boolean backwards, Place place) {

    private static final String BACK = "b";
    private static final String ON = "o";
    private static final int PARTS = 4;

    /**
     * Reads a cursor.
     *
     * @throws ProblemException 400 when no page has given it
     */
    static ListCursor read(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split(" ", -1);
            if (parts.length == PARTS && plain.indexOf('\0') < 0) {
                return new ListCursor(parts[0].equals(BACK), new Place(Instant.parse(parts[1]), parts[2], parts[3]));
            }
        } catch (IllegalArgumentException | DateTimeException malformed) {
            // answered below
        }
        throw ProblemException.badRequest("invalid_page", "page is a cursor that another page has given.");
    }

    /** The cursor as a text; ids and keys hold no blanks. */
    String write() {
        String plain = String.join(
                " ", backwards ? BACK : ON, place.createdAt().toString(), place.learnerId(), place.courseKey());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
