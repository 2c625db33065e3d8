package org.laurel.programs.commerce.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody might buy at once.
 *
 * @param skus what the shop calls the products
 * @param courseKeys the catalogue's keys of the courses that the products are for, where it has them
 * @param username who buys, null for anybody
 * @param bundle the program that the products make up; the shop may give a discount for it
 */
public record Basket(
        List<String> skus,
        List<String> courseKeys,
        @Nullable String username,
        UUID bundle) {

    public Basket {
        skus = List.copyOf(skus);
        courseKeys = List.copyOf(courseKeys);
    }
}
