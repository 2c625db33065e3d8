package org.laurel.certificates.issued.http;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issued.db.IssuedQuery.Wanted;
import org.laurel.certificates.issued.domain.IssuedFilter;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;

/** Reads which list of certificates is wanted. */
final class WantedList {

    private static final int LONGEST_SEARCH = 255;

    private WantedList() {}

    /** The list; a 400 for a filter that does not exist. */
    static Wanted of(CourseKey courseKey, @Nullable String filter, @Nullable String search) {
        String text = Objects.requireNonNullElse(search, "").strip();
        if (text.length() > LONGEST_SEARCH) {
            throw ProblemException.badRequest("search_too_long", "search takes at most 255 characters.");
        }
        boolean any = filter == null || filter.isEmpty();
        return new Wanted(
                courseKey,
                IssuedFilter.of(any ? IssuedFilter.ALL.slug() : String.valueOf(filter))
                        .orElseThrow(() -> ProblemException.badRequest(
                                "invalid_filter",
                                "filter takes all, received, not_received, audit_passing, audit_not_passing, error, "
                                        + "granted_exceptions or invalidated.")),
                text);
    }
}
