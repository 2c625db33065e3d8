package org.laurel.certificates.register.http;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A look-up with more values than an address takes. A list that is left out does not restrict.
 *
 * @param learnerIds at most 1,000
 * @param courseKeys at most 1,000
 * @param statuses names of certificate statuses
 * @param scope {@code all}, {@code eligible} or {@code available}; all when left out
 * @param cursor that of the page before
 * @param limit items on a page, 100 when left out
 */
public record RegisterSearch(
        @Nullable List<@NotNull String> learnerIds,
        @Nullable List<@NotNull String> courseKeys,
        @Nullable List<@NotNull String> statuses,
        @Nullable String scope,
        @Nullable String cursor,
        @Nullable Integer limit) {

    static List<String> orNone(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }
}
