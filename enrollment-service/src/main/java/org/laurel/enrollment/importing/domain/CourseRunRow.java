package org.laurel.enrollment.importing.domain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.domain.CourseRunMember;
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

    /** The settings as the row says them, with the usual values where it says nothing. */
    public CourseRunSettings settings() {
        CourseRunSettings usual = CourseRunSettings.usual(key);
        return new CourseRunSettings(
                given.displayName(),
                given.org() == null ? usual.org() : given.org(),
                given.start(),
                given.end(),
                new EnrollmentWindow(
                        given.enrollmentStart(),
                        given.enrollmentEnd(),
                        Boolean.TRUE.equals(given.invitationOnly()),
                        given.maxEnrollments()),
                Boolean.TRUE.equals(given.selfPaced()),
                usual.display(),
                usual.showBeforeEnd(),
                usual.htmlCertificates(),
                usual.mobileAvailable(),
                usual.ccx());
    }

    /** Which members the row says. An empty cell says that there is none, where there may be none. */
    public Set<CourseRunMember> told() {
        Set<CourseRunMember> told = EnumSet.noneOf(CourseRunMember.class);
        CourseRunMember.ALL.stream()
                .filter(member -> given.said().contains(member.wireName()))
                .forEach(told::add);
        keep(told, CourseRunMember.ORG, given.org());
        keep(told, CourseRunMember.SELF_PACED, given.selfPaced());
        keep(told, CourseRunMember.INVITATION_ONLY, given.invitationOnly());
        return told;
    }

    private static void keep(Set<CourseRunMember> told, CourseRunMember member, @Nullable Object value) {
        if (value == null) {
            told.remove(member);
        }
    }
}
