package org.laurel.programs.courserun.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;

/**
 * A course run as enrollment-service's directory tells it. Times are cut to microseconds, which is what the database keeps.
 *
 * @param displayName title of the course, null when nobody told one
 * @param start when the run starts, null when that is not known
 * @param end when the run ends, null when it does not
 * @param enrollmentStart since when learners may enroll, null when they always may
 * @param enrollmentEnd until when learners may enroll, null when that does not end
 * @param displayBehavior in harmony with the date: see {@link #normalised}
 * @param certificateAvailableDate the date of {@link DisplayBehavior#END_WITH_DATE}
 * @param certificatesShowBeforeEnd the older switch that shows certificates at once
 * @param version counts the changes of the entry; the highest wins, whatever the time
 * @param occurredAt when the entry took on these values
 */
public record CourseRun(
        CourseKey courseKey,
        @Nullable String displayName,
        String org,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Instant enrollmentStart,
        @Nullable Instant enrollmentEnd,
        boolean selfPaced,
        DisplayBehavior displayBehavior,
        @Nullable Instant certificateAvailableDate,
        boolean certificatesShowBeforeEnd,
        boolean htmlCertificatesEnabled,
        boolean invitationOnly,
        boolean mobileAvailable,
        boolean isCcx,
        long version,
        Instant occurredAt) {

    public CourseRun {
        start = micros(start);
        end = micros(end);
        enrollmentStart = micros(enrollmentStart);
        enrollmentEnd = micros(enrollmentEnd);
        certificateAvailableDate = micros(certificateAvailableDate);
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether this takes the place of another version of the same run: the higher version does, of equal ones the later. */
    public boolean replaces(CourseRun other) {
        return version == other.version ? occurredAt.isAfter(other.occurredAt) : version > other.version;
    }

    /**
     * Whether granted certificates of the run show at this moment. Source: programs, certificate state: self-paced runs show
     * theirs at once, as do those with the older switch; the others by their display behavior.
     */
    public boolean showsCertificates(Instant now) {
        if (selfPaced || certificatesShowBeforeEnd) {
            return true;
        }
        return switch (displayBehavior) {
            case EARLY_NO_INFO -> true;
            case END_WITH_DATE -> isBefore(certificateAvailableDate, now);
            case END -> hasEnded(now);
        };
    }

    /** Whether the run is over; one without an end never is. Source: programs, program details. */
    public boolean hasEnded(Instant now) {
        return isBefore(end, now);
    }

    /** Whether learners may enroll at this moment. Source: programs, program details: without dates they may. */
    public boolean isEnrollmentOpen(Instant now) {
        boolean isBegun = enrollmentStart == null || !enrollmentStart.isAfter(now);
        return isBegun && (enrollmentEnd == null || now.isBefore(enrollmentEnd));
    }

    /**
     * The same with display behavior and date brought into harmony, as certificates-service reads them: a date makes it
     * {@code end_with_date}, {@code early_no_info} has no date, and without a date it is {@code end}.
     */
    public CourseRun normalised() {
        boolean early = displayBehavior == DisplayBehavior.EARLY_NO_INFO;
        DisplayBehavior dated = certificateAvailableDate == null ? DisplayBehavior.END : DisplayBehavior.END_WITH_DATE;
        return new CourseRun(
                courseKey,
                displayName,
                org,
                start,
                end,
                enrollmentStart,
                enrollmentEnd,
                selfPaced,
                early ? DisplayBehavior.EARLY_NO_INFO : dated,
                early ? null : certificateAvailableDate,
                certificatesShowBeforeEnd,
                htmlCertificatesEnabled,
                invitationOnly,
                mobileAvailable,
                isCcx,
                version,
                occurredAt);
    }

    private static boolean isBefore(@Nullable Instant time, Instant now) {
        return time != null && time.isBefore(now);
    }

    private static @Nullable Instant micros(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
    }
}
