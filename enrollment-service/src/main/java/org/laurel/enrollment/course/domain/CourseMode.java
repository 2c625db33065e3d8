package org.laurel.enrollment.course.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.fact.domain.StoredTime;

/**
 * One mode in which a course run is offered.
 *
 * @param slug the mode, one of {@link ModeRules#SLUGS}
 * @param name what learners read
 * @param minPrice smallest price in whole units of the currency; 0 is free
 * @param suggestedPrices further prices, separated by commas
 * @param currency lower-case currency code
 * @param expiresAt until when the mode may be taken, null when it does not end
 * @param expiryIsExplicit whether somebody chose how long the mode may be taken; always so when there is a date
 * @param sku the mode's number in a shop
 * @param bulkSku the number for bulk purchases
 * @param androidSku the number in the shop of the mobile application for Android
 * @param iosSku the number in the shop of the mobile application for iOS
 */
public record CourseMode(
        String slug,
        String name,
        int minPrice,
        String suggestedPrices,
        String currency,
        @Nullable Instant expiresAt,
        boolean expiryIsExplicit,
        @Nullable String description,
        @Nullable String sku,
        @Nullable String bulkSku,
        @Nullable String androidSku,
        @Nullable String iosSku) {

    /** The currency of a mode that names none. */
    public static final String USUAL_CURRENCY = "usd";

    public CourseMode {
        expiresAt = StoredTime.of(expiresAt);
        expiryIsExplicit = expiryIsExplicit || expiresAt != null;
    }

    /** A free mode without any frills. */
    public static CourseMode free(String slug) {
        return new CourseMode(slug, readable(slug), 0, "", USUAL_CURRENCY, null, false, null, null, null, null, null);
    }

    /** The name of a mode that has none of its own: {@code no-id-professional} reads "No Id Professional". */
    public static String readable(String slug) {
        return Arrays.stream(slug.split("-"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    /** Whether slug and currency are those of the other mode: a course run has such a mode once. */
    public boolean isSameAs(CourseMode other) {
        return slug.equals(other.slug) && currency.equals(other.currency);
    }

    /** Whether the other mode looks the same to those whom the list of modes is published to. */
    public boolean looksLike(CourseMode other) {
        return isSameAs(other)
                && name.equals(other.name)
                && minPrice == other.minPrice
                && Objects.equals(expiresAt, other.expiresAt);
    }

    /** Whether the mode may be taken at this time: its last moment still counts (course modes, expiry comparison). */
    public boolean isUsable(Instant now) {
        return expiresAt == null || !expiresAt.isBefore(now);
    }
}
