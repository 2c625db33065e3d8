package org.laurel.events.internal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.events.key.UsageKey;

/**
 * The checks that bodies share. Each takes the member's JSON name for its message and throws
 * {@link IllegalArgumentException}. Lengths count Unicode code points, as JSON Schema and PostgreSQL do.
 */
public final class Require {

    /** Longest id, key, name or title. */
    public static final int NAME_LENGTH = 255;
    /** Longest username. */
    public static final int USERNAME_LENGTH = 150;
    /** Longest email address (RFC 5321). */
    public static final int EMAIL_LENGTH = 254;
    /** Longest slug of an enrollment mode, block type or service. */
    public static final int SLUG_LENGTH = 100;
    /** Longest address of a page or file. */
    public static final int URL_LENGTH = 2_048;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern VERIFY_UUID = Pattern.compile("[0-9a-f]{32}");

    private Require() {}

    /** Given at all. */
    public static void present(String member, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(member + " is required");
        }
    }

    /** A learner id under {@code learner_id}. */
    public static void learnerId(@Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("learner_id is required");
        }
        var unused = new LearnerId(value);
    }

    /** A course key under {@code course_key}. */
    public static void courseKey(@Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("course_key is required");
        }
        var unused = new CourseKey(value);
    }

    /** Null or a course key under {@code course_key}. */
    public static void optionalCourseKey(@Nullable String value) {
        if (value != null) {
            courseKey(value);
        }
    }

    /** A usage key. */
    public static void usageKey(String member, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException(member + " is required");
        }
        var unused = new UsageKey(value);
    }

    /** A uuid in canonical lower-case form with hyphens. */
    public static void uuid(String member, @Nullable String value) {
        present(member, value);
        optionalMatch(member, value, UUID);
    }

    /** A certificate's public id under {@code verify_uuid}: 32 lower-case hexadecimal digits. */
    public static void verifyUuid(@Nullable String value) {
        present("verify_uuid", value);
        optionalVerifyUuid(value);
    }

    /** Null or a certificate's public id under {@code verify_uuid}. */
    public static void optionalVerifyUuid(@Nullable String value) {
        optionalMatch("verify_uuid", value, VERIFY_UUID);
    }

    /** Null or text of the given form. */
    public static void optionalMatch(String member, @Nullable String value, Pattern form) {
        if (value != null && !form.matcher(value).matches()) {
            throw new IllegalArgumentException(member + " does not have the form " + form.pattern());
        }
    }

    /** Text of 1 to {@code longest} characters. */
    public static void text(String member, @Nullable String value, int longest) {
        present(member, value);
        if (value != null && value.isEmpty()) {
            throw new IllegalArgumentException(member + " must not be empty");
        }
        optionalText(member, value, longest);
    }

    /** Text of 0 to {@code longest} characters. */
    public static void emptyOrText(String member, @Nullable String value, int longest) {
        present(member, value);
        optionalText(member, value, longest);
    }

    /** Null or text of 0 to {@code longest} characters. */
    public static void optionalText(String member, @Nullable String value, int longest) {
        if (value == null) {
            return;
        }
        if (value.codePointCount(0, value.length()) > longest) {
            throw new IllegalArgumentException(member + " has more than " + longest + " characters");
        }
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(member + " contains the character U+0000");
        }
    }

    /** One of a closed vocabulary. */
    public static void oneOf(String member, @Nullable String value, Set<String> allowed) {
        present(member, value);
        optionalOneOf(member, value, allowed);
    }

    /** Null or one of a closed vocabulary. */
    public static void optionalOneOf(String member, @Nullable String value, Set<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            throw new IllegalArgumentException(member + " is none of its allowed values");
        }
    }

    /** An instant of the years 1 to 9999, the range of RFC 3339. */
    public static void time(String member, @Nullable Instant value) {
        present(member, value);
        optionalTime(member, value);
    }

    /** Null or an instant of the years 1 to 9999. */
    public static void optionalTime(String member, @Nullable Instant value) {
        if (value != null && (value.isBefore(EARLIEST) || value.isAfter(LATEST))) {
            throw new IllegalArgumentException(member + " is outside the years 1 to 9999");
        }
    }

    /** A number that is not negative. */
    public static void notNegative(String member, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(member + " must not be negative");
        }
    }

    /**
     * A list of at most {@code largest} items, none of them null.
     *
     * @return an unmodifiable copy
     */
    public static <T> List<T> list(String member, @Nullable List<T> value, int largest) {
        if (value == null) {
            throw new IllegalArgumentException(member + " is required");
        }
        if (value.size() > largest) {
            throw new IllegalArgumentException(member + " has more than " + largest + " items");
        }
        if (value.stream().anyMatch(item -> item == null)) {
            throw new IllegalArgumentException(member + " has a null item");
        }
        return List.copyOf(value);
    }
}
