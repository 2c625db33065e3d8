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

    /** No enrollment lies outside these years, and PostgreSQL does not take every other one. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

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
                Instant createdAt = Instant.parse(parts[1]);
                if (!createdAt.isBefore(EARLIEST) && !createdAt.isAfter(LATEST)) {
                    return new ListCursor(parts[0].equals(BACK), new Place(createdAt, parts[2], parts[3]));
                }
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
