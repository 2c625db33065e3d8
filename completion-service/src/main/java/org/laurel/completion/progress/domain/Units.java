package org.laurel.completion.progress.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amounts of completion as whole numbers of a billionth, so that sums do not depend on the order of their parts and a delta
 * takes back exactly what it once added.
 */
public final class Units {

    /** One completed block. */
    public static final long ONE = 1_000_000_000L;

    private static final int DIGITS = 9;

    private Units() {}

    /** The units of a completion from 0 to 1, rounded to the nearest. */
    public static long of(BigDecimal completion) {
        return completion.setScale(DIGITS, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }

    /** The amount as a decimal number without trailing zeros. */
    public static BigDecimal decimal(long units) {
        BigDecimal exact = BigDecimal.valueOf(units, DIGITS).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
