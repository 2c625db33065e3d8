package org.laurel.certificates.page.http;

import java.util.Optional;
import org.laurel.events.key.CourseKey;

/** Reads a course key from the path of a page, where a malformed one is an invalid page and no problem document. */
final class CourseKeyPath {

    private CourseKeyPath() {}

    static Optional<CourseKey> parse(String text) {
        try {
            return Optional.of(new CourseKey(text.endsWith("/") ? text.substring(0, text.length() - 1) : text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
