package org.laurel.enrollment.importing.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/**
 * The members of a row, read one by one. Besides Laurel's names {@code user_id} and {@code course_id} are taken.
 *
 * @param texts by name; a member that is not there leaves alone what is known, an empty one is none
 */
record Members(Map<String, String> texts, Instant now) {

    /** Clocks of two systems may differ by as much. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    private static final Map<String, String> OTHER_NAMES = Map.of("learner_id", "user_id", "course_key", "course_id");

    static final int USUAL = 255;

    /** Whether the member is there, empty or not. */
    boolean has(String name) {
        return texts.containsKey(name);
    }

    /** The member, null when it is absent or empty. */
    @Nullable String given(String name) {
        String value = texts.get(name);
        if (value == null) {
            String other = OTHER_NAMES.get(name);
            value = other == null ? null : texts.get(other);
        }
        String stripped = value == null ? "" : value.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** The member as it is, null when it is absent or empty. */
    @Nullable String text(String name, int longest) {
        String value = given(name);
        require(value == null || value.codePointCount(0, value.length()) <= longest, RowCode.TEXT_TOO_LONG);
        return value;
    }

    @Nullable Boolean flag(String name) {
        String value = given(name);
        return value == null
                ? null
                : switch (value.toLowerCase(Locale.ROOT)) {
                    case "true", "t", "1" -> Boolean.TRUE;
                    case "false", "f", "0" -> Boolean.FALSE;
                    default -> throw new Unacceptable(RowCode.BAD_FLAG);
                };
    }

    @Nullable Integer number(String name) {
        String value = given(name);
        try {
            return value == null ? null : Integer.valueOf(value);
        } catch (NumberFormatException malformed) {
            throw new Unacceptable(RowCode.BAD_NUMBER);
        }
    }

    /** A time in the past or the future. */
    @Nullable Instant time(String name) {
        String value = given(name);
        return value == null ? null : RowDates.parse(value).orElseThrow(() -> new Unacceptable(RowCode.BAD_DATE));
    }

    /** A time that has come. */
    @Nullable Instant past(String name) {
        Instant time = time(name);
        require(time == null || !time.isAfter(now.plus(CLOCKS)), RowCode.FUTURE_DATE);
        return time;
    }

    @Nullable LearnerId learnerId() {
        String id = given("learner_id");
        try {
            return id == null ? null : new LearnerId(id);
        } catch (IllegalArgumentException malformed) {
            throw new Unacceptable(RowCode.BAD_LEARNER_ID);
        }
    }

    CourseKey courseKey() {
        String key = given("course_key");
        try {
            return new CourseKey(key == null ? "" : key);
        } catch (IllegalArgumentException malformed) {
            throw new Unacceptable(RowCode.BAD_COURSE_KEY);
        }
    }

    static void require(boolean holds, RowCode code) {
        if (!holds) {
            throw new Unacceptable(code);
        }
    }
}
