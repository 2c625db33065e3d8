package org.laurel.events.course;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.events.internal.Mandatory;
import org.laurel.events.internal.Require;

/**
 * One mode in which a course run is offered.
 *
 * @param slug the mode, such as {@code audit} or {@code verified}
 * @param name what learners read
 * @param minPrice smallest price in whole units of the currency; 0 is free
 * @param currency lower-case currency code, such as {@code usd}
 * @param expirationDatetime until when learners may take the mode, or null when it does not end
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CourseMode(
        @JsonProperty("slug") String slug,
        @JsonProperty("name") String name,
        @JsonProperty("min_price") @Mandatory int minPrice,
        @JsonProperty("currency") String currency,
        @JsonProperty("expiration_datetime") @Nullable Instant expirationDatetime) {

    private static final Pattern CURRENCY = Pattern.compile("[a-z]{3,8}");

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public CourseMode {
        Require.text("slug", slug, Require.SLUG_LENGTH);
        Require.emptyOrText("name", name, Require.NAME_LENGTH);
        Require.notNegative("min_price", minPrice);
        Require.present("currency", currency);
        Require.optionalMatch("currency", currency, CURRENCY);
        Require.optionalTime("expiration_datetime", expirationDatetime);
    }
}
