package org.laurel.enrollment.course.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.domain.CourseMode;

/**
 * A mode as clients send and see it.
 *
 * @param name absent for one made of the slug
 * @param minPrice absent for 0
 * @param currency in any case, absent for usd
 */
public record CourseModeBody(
        @NotNull @Size(min = 1, max = 100) String slug,

        @Nullable @Size(max = 255) @Pattern(regexp = "[^\\x00]*") String name,

        @Nullable @Min(0) @Max(1_000_000_000) Integer minPrice,
        @Nullable @Pattern(regexp = "[0-9, ]{0,255}") String suggestedPrices,
        @Nullable @Pattern(regexp = "[A-Za-z]{3,8}") String currency,
        @Nullable @InYears Instant expirationDatetime,

        @Nullable @Size(max = 1000) @Pattern(regexp = "[^\\x00]*") String description,

        @Nullable @Size(max = 255) @Pattern(regexp = "[^\\x00]*") String sku,

        @Nullable @Size(max = 255) @Pattern(regexp = "[^\\x00]*") String bulkSku,

        @Nullable @Size(max = 255) @Pattern(regexp = "[^\\x00]*") String androidSku,

        @Nullable @Size(max = 255) @Pattern(regexp = "[^\\x00]*") String iosSku) {

    /** The mode as clients see it: every member is there. */
    public static CourseModeBody of(CourseMode mode) {
        return new CourseModeBody(
                mode.slug(),
                mode.name(),
                mode.minPrice(),
                mode.suggestedPrices(),
                mode.currency(),
                mode.expiresAt(),
                mode.description(),
                mode.sku(),
                mode.bulkSku(),
                mode.androidSku(),
                mode.iosSku());
    }

    CourseMode mode() {
        return new CourseMode(
                slug,
                name == null ? CourseMode.readable(slug) : name,
                minPrice == null ? 0 : minPrice,
                suggestedPrices == null ? "" : suggestedPrices,
                currency == null ? CourseMode.USUAL_CURRENCY : currency.toLowerCase(Locale.ROOT),
                expirationDatetime,
                false,
                description,
                sku,
                bulkSku,
                androidSku,
                iosSku);
    }
}
