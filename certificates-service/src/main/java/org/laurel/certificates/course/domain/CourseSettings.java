package org.laurel.certificates.course.domain;

import java.time.Instant;
import java.util.Objects;
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

    /** Settings come before a learner's facts of the same time. */
    public static final int KIND = 0;

    /** Certificates show when the course run has ended. */
    public static final String END = "end";

    /** Certificates show from a date on. */
    public static final String END_WITH_DATE = "end_with_date";

    /** Certificates show as soon as they are granted. */
    public static final String EARLY_NO_INFO = "early_no_info";

    /** The version's place among the facts of a learner in the course run. */
    public FactOrder order() {
        return new FactOrder(occurredAt, version, KIND, "", "");
    }

    /**
     * The same with display behavior and date brought into harmony: a date makes it {@code end_with_date}, {@code
     * early_no_info} has no date, and without a date it is {@code end}. Source: certificates, normalisation.
     */
    public CourseSettings normalised() {
        boolean early = displayBehavior.equals(EARLY_NO_INFO);
        String behavior = early ? EARLY_NO_INFO : availableDate == null ? END : END_WITH_DATE;
        return new CourseSettings(
                id,
                version,
                occurredAt,
                ccx,
                htmlEnabled,
                selfPaced,
                behavior,
                early ? null : availableDate,
                showBeforeEnd,
                end,
                displayName,
                org);
    }

    /** Whether the dates on which certificates show differ from those of another version. */
    public boolean showsOtherwiseThan(CourseSettings other) {
        return !displayBehavior.equals(other.displayBehavior)
                || !Objects.equals(availableDate, other.availableDate)
                || selfPaced != other.selfPaced
                || (displayBehavior.equals(END) && !Objects.equals(end, other.end));
    }

    /** Another version of the same settings with web certificates on or off. */
    public CourseSettings withHtml(boolean enabled, Instant since, long asVersion) {
        return new CourseSettings(
                id,
                asVersion,
                since,
                ccx,
                enabled,
                selfPaced,
                displayBehavior,
                availableDate,
                showBeforeEnd,
                end,
                displayName,
                org);
    }
}
