package org.laurel.certificates.course.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.FactOrder;

/**
 * One version of what a course run's settings mean for certificates.
 *
 * @param id order of arrival here, grows over all course runs
 * @param version the directory's version of the course run
 * @param occurredAt since when the version holds
 * @param ccx a custom course, which grants no certificates of its own
 * @param htmlEnabled whether web certificates are switched on; without them nothing is generated
 * @param displayBehavior when certificates show: {@code end}, {@code end_with_date} or {@code early_no_info}
 * @param availableDate the date of {@code end_with_date}
 * @param showBeforeEnd the older switch that shows certificates at once
 */
public record CourseSettings(
        long id,
        long version,
        Instant occurredAt,
        boolean ccx,
        boolean htmlEnabled,
        boolean selfPaced,
        String displayBehavior,
        @Nullable Instant availableDate,
        boolean showBeforeEnd,
        @Nullable Instant end,
        @Nullable String displayName,
        String org) {

    /** Settings come first among facts of one time. */
    public static final int KIND = 0;

    /** The version's place among the facts of a learner in the course run. */
    public FactOrder order() {
        return new FactOrder(occurredAt, version, KIND, "", "");
    }
}
