package org.laurel.certificates.example.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;

/**
 * A course run as its example certificates name it.
 *
 * @param title its name, or its key where it has none
 * @param language its language; null unless its templates go by language
 */
public record ExampleSubject(
        CourseKey courseKey,
        String title,
        String organization,
        @Nullable String language) {}
