package org.laurel.enrollment.allowed.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;

/**
 * An email address that may enroll in a course run. Two of them are the same when they differ in case only.
 *
 * @param email as it was given
 */
public record AllowedKey(String email, CourseKey courseKey) {

    /** The address as it is compared. */
    public String folded() {
        return email.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AllowedKey key && folded().equals(key.folded()) && courseKey.equals(key.courseKey);
    }

    @Override
    public int hashCode() {
        return 31 * folded().hashCode() + courseKey.hashCode();
    }
}
