package org.laurel.events.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The checks of decimal numbers. Digits are bounded before anything is computed, because a few characters such as
 * {@code 1e999999999} otherwise cost gigabytes in the first addition.
 */
public final class RequireNumber {

    /** Most digits that a number may have. */
    public static final int MAX_PRECISION = 30;
    /** Most digits after the decimal point, and most trailing zeros before it in exponent notation. */
    public static final int MAX_SCALE = 18;

    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("1000000000");

    private RequireNumber() {}

    /** A number from 0 to 1, both included. */
    public static void fraction(String member, @Nullable BigDecimal value) {
        Require.present(member, value);
        optionalFraction(member, value);
    }

    /** Null or a number from 0 to 1, both included. */
    public static void optionalFraction(String member, @Nullable BigDecimal value) {
        within(member, value, BigDecimal.ONE);
    }

    /** A number from 0 to 1,000,000,000, both included. */
    public static void amount(String member, @Nullable BigDecimal value) {
        Require.present(member, value);
        within(member, value, LARGEST_AMOUNT);
    }

    private static void within(String member, @Nullable BigDecimal value, BigDecimal largest) {
        if (value == null) {
            return;
        }
        if (value.precision() > MAX_PRECISION || value.scale() > MAX_SCALE || value.scale() < -MAX_SCALE) {
            throw new IllegalArgumentException(member + " has too many digits");
        }
        if (value.signum() < 0 || value.compareTo(largest) > 0) {
            throw new IllegalArgumentException(member + " is outside 0 to " + largest);
        }
    }
}
