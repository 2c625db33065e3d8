package org.laurel.programs.commerce.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a shop sells. */
@ApplicationScoped
public class CheckoutLink {

    /**
     * The page that puts products into a basket and goes on to paying; null without a shop or without products. Source:
     * programs, program details.
     *
     * @param shop beginning of the shop's addresses
     * @param bundle the program that the products make up, null for single ones
     */
    public @Nullable String apply(@Nullable String shop, List<String> skus, @Nullable UUID bundle) {
        if (shop == null || skus.isEmpty()) {
            return null;
        }
        String query = skus.stream().map(sku -> "sku=" + encoded(sku)).collect(Collectors.joining("&"));
        return withoutSlash(shop) + "/basket/add/?" + query + (bundle == null ? "" : "&bundle=" + bundle);
    }

    /** The text as part of a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The beginning of addresses to which a path is added. */
    static String withoutSlash(String root) {
        return root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    }
}
