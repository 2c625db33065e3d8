package org.laurel.programs.catalogue.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.page.UuidParameter;
import org.laurel.kit.problem.ProblemException;
import org.laurel.programs.catalogue.domain.ProgramStatus;

/** Reads conditions of lists. What is absent or empty does not restrict; what means nothing is a 400. */
final class ListParameters {

    private ListParameters() {}

    /** A text, null without one. */
    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static Set<ProgramStatus> statuses(@Nullable String text) {
        try {
            return values(text).map(ProgramStatus::of).collect(Collectors.toSet());
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.badRequest(
                    "invalid_status", "status is active, retired, deleted or unpublished, or several of them.");
        }
    }

    /** Slugs in lower case. */
    static Set<String> slugs(@Nullable String text) {
        return values(text).map(slug -> slug.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    static Set<UUID> uuids(@Nullable String text) {
        return values(text).map(UuidParameter::read).collect(Collectors.toSet());
    }

    static @Nullable UUID uuid(@Nullable String text) {
        return text == null || text.isBlank() ? null : UuidParameter.read(text);
    }

    static @Nullable CourseKey courseKey(@Nullable String text) {
        return text == null || text.isBlank() ? null : requiredCourseKey(text);
    }

    static CourseKey requiredCourseKey(String text) {
        try {
            return new CourseKey(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("invalid_course_key", "course_key is not the key of a course run.");
        }
    }

    private static Stream<String> values(@Nullable String text) {
        return text == null
                ? Stream.of()
                : Arrays.stream(text.split(",")).map(String::strip).filter(value -> !value.isEmpty());
    }
}
