package org.laurel.enrollment.retirement.domain;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long ago somebody signed in. */
public final class SignInAge {

    private SignInAge() {}

    /**
     * Whether a sign-in is young enough.
     *
     * @param authTime seconds since 1970 as the token tells ({@code auth_time}), null when it does not
     * @param youngerThan zero for any age, an unknown one included
     */
    public static boolean isFresh(@Nullable Object authTime, Duration youngerThan, Instant now) {
        if (youngerThan.isZero()) {
            return true;
        }
        try {
            return authTime != null
                    && Instant.ofEpochSecond(Long.parseLong(authTime.toString()))
                            .plus(youngerThan)
                            .isAfter(now);
        } catch (NumberFormatException | DateTimeException malformed) {
            return false;
        }
    }
}
