package org.laurel.certificates.register.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.problem.ProblemException;

/** A place in a list as clients carry it: texts without line breaks in base64url. Clients hand it back as it is. */
public final class Cursor {

    private static final String BETWEEN = "\n";

    private Cursor() {}

    /** The cursor of a place. */
    public static String of(Object... parts) {
        String text = String.join(
                BETWEEN, List.of(parts).stream().map(String::valueOf).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The cursor of a certificate. */
    static String of(CaseKey key) {
        return of(key.learnerId(), key.courseKey());
    }

    /**
     * The place of a cursor, null for none.
     *
     * @param parts how many texts it has
     * @throws ProblemException 400 {@code invalid_cursor} when it is not one of this list
     */
    public static <P> @Nullable P read(@Nullable String cursor, int parts, Function<List<String>, P> place) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> texts = List.of(text.split(BETWEEN, -1));
            if (texts.size() == parts) {
                return place.apply(texts);
            }
        } catch (IllegalArgumentException | DateTimeException malformed) {
            // told below
        }
        throw ProblemException.badRequest(
                "invalid_cursor", "The cursor is not one of this list. Leave it out to start from the beginning.");
    }

    /** The certificate of a cursor, null for none. */
    static @Nullable CaseKey read(@Nullable String cursor) {
        return read(cursor, 2, texts -> key(texts, 0));
    }

    static CaseKey key(List<String> texts, int from) {
        return new CaseKey(new LearnerId(texts.get(from)), new CourseKey(texts.get(from + 1)));
    }

    static Instant time(String text) {
        return Instant.parse(text);
    }
}
