package org.laurel.programs.commerce.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the shop asks for a basket, taxes included.
 *
 * @param total with discounts
 * @param totalWithoutDiscounts without them
 * @param currency code of the currency, null when the shop does not say
 */
public record BasketPrice(
        BigDecimal total,
        BigDecimal totalWithoutDiscounts,
        @Nullable String currency) {

    /** Whether the basket is cheaper than its products. */
    public boolean isDiscounted() {
        return discount().signum() > 0;
    }

    /** By how much it is cheaper. */
    public BigDecimal discount() {
        return totalWithoutDiscounts.subtract(total);
    }
}
