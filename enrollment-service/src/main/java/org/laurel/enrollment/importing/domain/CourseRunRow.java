package org.laurel.enrollment.importing.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.domain.CertificateDisplay;
import org.laurel.enrollment.course.domain.CourseRunSettings;
import org.laurel.enrollment.course.domain.EnrollmentWindow;
import org.laurel.events.key.CourseKey;

/**
 * A row about a course run. What rows do not have leaves alone what is known, the display of certificates for instance.
 *
 * @param occurredAt since when this holds, null for the time of the import
 */
public record CourseRunRow(CourseKey key, @Nullable Instant occurredAt, Given given) {

    /** The columns. */
    public static final List<String> COLUMNS = List.of(
            "course_key",
            "display_name",
            "org",
            "start",
            "end",
            "enrollment_start",
            "enrollment_end",
            "self_paced",
            "invitation_only",
            "max_enrollments",
            "occurred_at");

    /** What the row says of the settings; null for what it does not say, or says to be none. */
    public record Given(
            List<String> said,
            @Nullable String displayName,
            @Nullable String org,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable Instant enrollmentStart,
            @Nullable Instant enrollmentEnd,
            @Nullable Boolean selfPaced,
            @Nullable Boolean invitationOnly,
            @Nullable Integer maxEnrollments) {}

    /** Reads a row. */
    public static RowReading<CourseRunRow> read(RawRow raw, Instant now) {
        return RowReading.read(raw, now, CourseRunRow::of);
    }

    private static CourseRunRow of(Members members) {
        Integer seats = members.number("max_enrollments");
        Members.require(seats == null || seats >= 0, RowCode.BAD_NUMBER);
        return new CourseRunRow(
                members.courseKey(),
                members.past("occurred_at"),
                new Given(
                        COLUMNS.stream().filter(members::has).toList(),
                        members.text("display_name", Members.USUAL),
                        members.text("org", Members.USUAL),
                        members.time("start"),
                        members.time("end"),
                        members.time("enrollment_start"),
                        members.time("enrollment_end"),
                        members.flag("self_paced"),
                        members.flag("invitation_only"),
                        seats));
    }

    /** The settings that the row makes of the known ones, null for a new course run. */
    public CourseRunSettings over(@Nullable CourseRunSettings settings) {
        CourseRunSettings known = settings == null ? usual() : settings;
        EnrollmentWindow window = known.enrollment();
        return new CourseRunSettings(
                said("display_name", given.displayName(), known.displayName()),
                given.org() == null ? known.org() : given.org(),
                said("start", given.start(), known.start()),
                said("end", given.end(), known.end()),
                new EnrollmentWindow(
                        said("enrollment_start", given.enrollmentStart(), window.start()),
                        said("enrollment_end", given.enrollmentEnd(), window.end()),
                        given.invitationOnly() == null ? window.invitationOnly() : given.invitationOnly(),
                        said("max_enrollments", given.maxEnrollments(), window.maxEnrollments())),
                given.selfPaced() == null ? known.selfPaced() : given.selfPaced(),
                known.display(),
                known.showBeforeEnd(),
                known.htmlCertificates(),
                known.mobileAvailable(),
                known.ccx());
    }

    private <T> @Nullable T said(String member, @Nullable T value, @Nullable T known) {
        return given.said().contains(member) ? value : known;
    }

    private CourseRunSettings usual() {
        return new CourseRunSettings(
                null,
                key.org(),
                null,
                null,
                new EnrollmentWindow(null, null, false, null),
                false,
                CertificateDisplay.USUAL,
                false,
                true,
                false,
                key.isCcx());
    }
}
