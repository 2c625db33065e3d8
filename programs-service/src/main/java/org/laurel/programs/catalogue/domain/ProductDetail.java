package org.laurel.programs.catalogue.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An entitlement to any run of a course, as the shop sells it.
 *
 * @param mode slug of the mode that it gives
 * @param sku what the shop calls it
 * @param price in the shop's currency
 */
public record ProductDetail(
        @Nullable String mode,
        @Nullable String sku,
        @Nullable BigDecimal price) {

    static ProductDetail of(Members members) {
        return new ProductDetail(members.text("mode"), members.text("sku"), members.number("price"));
    }
}
