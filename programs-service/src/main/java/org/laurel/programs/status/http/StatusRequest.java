package org.laurel.programs.status.http;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.StorableText;
import org.laurel.kit.domain.UuidText;
import org.laurel.programs.status.db.AskedLearnerQuery.Named;
import org.laurel.programs.status.db.StatusQuery.Asked;

/**
 * Whose course credentials, and in which courses.
 *
 * @param lmsUserId the learner's id; either this or the username
 * @param courses uuids of courses; others are not found
 * @param courseRuns keys or uuids of course runs
 */
@Schema(description = "Whose course credentials, and in which courses and course runs")
public record StatusRequest(
        @Nullable String lmsUserId,
        @Nullable String username,
        @Nullable List<@Nullable String> courses,
        @Nullable List<@Nullable String> courseRuns) {

    /** The most courses, and the most course runs, of one learner. */
    static final int MOST_COURSES = 1_000;

    /** Why it cannot be answered, empty when it can. */
    Optional<String> fault() {
        if (given(lmsUserId) == null && given(username) == null) {
            return Optional.of("Either lms_user_id or username is required.");
        }
        if (given(lmsUserId) != null && given(username) != null) {
            return Optional.of("lms_user_id and username do not go together.");
        }
        boolean many = words(courses).size() > MOST_COURSES || words(courseRuns).size() > MOST_COURSES;
        return many ? Optional.of("courses and course_runs take at most " + MOST_COURSES + " each.") : Optional.empty();
    }

    Named named(int item) {
        return new Named(item, storable(lmsUserId), storable(username));
    }

    Asked asked(int item, LearnerId learnerId) {
        return new Asked(
                item,
                learnerId,
                words(courses).stream()
                        .flatMap(text -> UuidText.ofDigits(text).stream())
                        .distinct()
                        .toList(),
                words(courseRuns).stream()
                        .map(text -> UuidText.ofDigits(text).map(UUID::toString).orElse(text))
                        .distinct()
                        .toList());
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Nothing is found by a text that the database cannot hold. */
    private static @Nullable String storable(@Nullable String text) {
        return given(text) == null || text == null || !StorableText.isStorable(text) ? null : text;
    }

    private static List<String> words(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .map(StatusRequest::storable)
                        .filter(Objects::nonNull)
                        .toList();
    }
}
