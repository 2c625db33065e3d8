package org.laurel.programs.detail.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.catalogue.domain.RunDetail;
import org.laurel.programs.catalogue.domain.SeatDetail;
import org.laurel.programs.certificate.domain.CertificateLink;
import org.laurel.programs.courserun.domain.CourseRun;

/**
 * What a run of a program is to a learner at a moment. Source: programs, program details.
 *
 * @param certificateUrl where the learner's certificate is read; null when there is none to see and in advertisements
 * @param enrollmentOpenDate the day on which enrollment opens or opened, in the learner's language
 * @param advertisedStart what the catalogue says instead of a date
 * @param upgradeUrl where an enrolled learner buys the mode that the program asks for
 * @param mayCertify whether certificates of the run show by now
 * @param canEnroll whether anybody may enroll now; null unless a program is advertised
 */
public record RunView(
        @Nullable String certificateUrl,
        String courseUrl,
        String enrollmentOpenDate,
        boolean isCourseEnded,
        boolean isEnrolled,
        boolean isEnrollmentOpen,
        @Nullable String advertisedStart,
        @Nullable String upgradeUrl,
        boolean mayCertify,
        boolean isMobileOnly,
        @Nullable Boolean canEnroll) {

    /** When enrollment counts as opened where nobody said when. */
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    /** The run; nothing when the directory does not know it, such as one that was deleted. */
    static Optional<RunView> of(RunDetail detail, Showing showing) {
        return Optional.ofNullable(showing.runs().get(detail.courseKey())).map(run -> of(detail, run, showing));
    }

    /** The members that a run in an answer has besides those of the catalogue. */
    Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (canEnroll == null) {
            members.put("certificate_url", certificateUrl);
        } else {
            members.put("can_enroll", canEnroll);
        }
        members.put("course_url", courseUrl);
        members.put("enrollment_open_date", enrollmentOpenDate);
        members.put("is_course_ended", isCourseEnded);
        members.put("is_enrolled", isEnrolled);
        members.put("is_enrollment_open", isEnrollmentOpen);
        members.put("advertised_start", advertisedStart);
        members.put("upgrade_url", upgradeUrl);
        members.put("may_certify", mayCertify);
        members.put("is_mobile_only", isMobileOnly);
        return members;
    }

    private static RunView of(RunDetail detail, CourseRun run, Showing showing) {
        Viewer viewer = showing.viewer();
        Instant now = showing.now();
        boolean mayCertify = run.showsCertificates(now);
        boolean isOpen = run.isEnrollmentOpen(now);
        return new RunView(
                mayCertify && !showing.advertises() ? certificate(detail, run, showing) : null,
                showing.addresses().course(detail.courseKey()),
                date(run, showing),
                run.hasEnded(now),
                viewer.mode(detail.courseKey()).isPresent(),
                isOpen,
                detail.members().text("advertised_start"),
                upgrade(detail, showing),
                mayCertify,
                showing.addresses().isMobile(),
                showing.advertises() ? isOpen && !run.invitationOnly() : null);
    }

    private static @Nullable String certificate(RunDetail detail, CourseRun run, Showing showing) {
        CertificateLink link = showing.viewer().certificates().get(detail.courseKey());
        return link == null ? null : link.address(showing.addresses().origin(), run.htmlCertificatesEnabled());
    }

    private static String date(CourseRun run, Showing showing) {
        Instant opens = run.enrollmentStart();
        LocalDate day = opens == null ? ALWAYS : opens.atZone(ZoneOffset.UTC).toLocalDate();
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(showing.language())
                .format(day);
    }

    private static @Nullable String upgrade(RunDetail detail, Showing showing) {
        String asked = detail.type();
        Optional<String> mode = showing.viewer().mode(detail.courseKey());
        if (asked == null || mode.isEmpty() || SeatModes.isSame(mode.get(), asked)) {
            return null;
        }
        return detail.seats().stream()
                .filter(seat -> asked.equals(seat.type()) && isSold(seat, showing.now()))
                .findFirst()
                .map(seat -> showing.addresses().shop().checkout(List.of(String.valueOf(seat.sku())), null))
                .orElse(null);
    }

    private static boolean isSold(SeatDetail seat, Instant now) {
        return seat.sku() != null
                && (seat.upgradeDeadline() == null || seat.upgradeDeadline().isAfter(now));
    }
}
