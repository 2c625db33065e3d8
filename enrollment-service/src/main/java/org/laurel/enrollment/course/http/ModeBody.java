package org.laurel.enrollment.course.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.domain.CourseMode;

/**
 * A mode, or some of its members, as clients of the course modes API send it (course modes, fields).
 *
 * @param courseId if given, the course key of the path
 * @param modeSlug the mode; a change cannot give it another one
 * @param modeDisplayName absent or null for one made of the slug
 * @param minPrice absent or null for 0
 * @param price the same number under the name that shops use; {@code min_price} goes before it
 * @param currency in any case, absent or null for usd
 * @param expirationDatetimeIsExplicit true by itself when there is a date
 */
public record ModeBody(
        @Nullable String courseId,
        @Nullable @Size(min = 1, max = 100) String modeSlug,

        @Nullable @Size(max = 255) @Pattern(regexp = "[^\\x00]*") String modeDisplayName,

        @Nullable @Min(0) @Max(1_000_000_000) Integer minPrice,
        @Nullable @Min(0) @Max(1_000_000_000) Integer price,
        @Nullable @Pattern(regexp = "[A-Za-z]{3,8}") String currency,
        @Nullable @InYears Instant expirationDatetime,
        @Nullable Boolean expirationDatetimeIsExplicit,

        @Nullable @Size(max = 1000) @Pattern(regexp = "[^\\x00]*") String description,

        @Nullable @Size(max = 255) @Pattern(regexp = "[^\\x00]*") String sku,

        @Nullable @Size(max = 255) @Pattern(regexp = "[^\\x00]*") String bulkSku,

        @Nullable @Size(max = 255) @Pattern(regexp = "[^\\x00]*") String androidSku,

        @Nullable @Size(max = 255) @Pattern(regexp = "[^\\x00]*") String iosSku) {

    /** The names of the members, as clients write them. */
    static final Set<String> MEMBERS = Set.of(
            "course_id",
            "mode_slug",
            "mode_display_name",
            "min_price",
            "price",
            "currency",
            "expiration_datetime",
            "expiration_datetime_is_explicit",
            "description",
            "sku",
            "bulk_sku",
            "android_sku",
            "ios_sku");

    /** The mode with these values, and usual ones where nothing is told. */
    CourseMode mode(String slug) {
        return new CourseMode(
                slug,
                modeDisplayName == null ? CourseMode.readable(slug) : modeDisplayName,
                minPrice != null ? minPrice : price == null ? 0 : price,
                "",
                currency == null ? CourseMode.USUAL_CURRENCY : currency.toLowerCase(Locale.ROOT),
                expirationDatetime,
                expirationDatetimeIsExplicit != null && expirationDatetimeIsExplicit,
                description,
                sku,
                bulkSku,
                androidSku,
                iosSku);
    }

    /** A mode with the given members changed to these values. */
    CourseMode amend(CourseMode mode, Set<String> given) {
        CourseMode told = mode(mode.slug());
        Choice of = new Choice(mode, told, given);
        return new CourseMode(
                mode.slug(),
                of.member("mode_display_name").name(),
                (given.contains("min_price") ? told : of.member("price")).minPrice(),
                mode.suggestedPrices(),
                of.member("currency").currency(),
                of.member("expiration_datetime").expiresAt(),
                of.member("expiration_datetime_is_explicit").expiryIsExplicit(),
                of.member("description").description(),
                of.member("sku").sku(),
                of.member("bulk_sku").bulkSku(),
                of.member("android_sku").androidSku(),
                of.member("ios_sku").iosSku());
    }

    /** Which of two modes a member comes from. */
    private record Choice(CourseMode before, CourseMode after, Set<String> given) {
        CourseMode member(String name) {
            return given.contains(name) ? after : before;
        }
    }
}
