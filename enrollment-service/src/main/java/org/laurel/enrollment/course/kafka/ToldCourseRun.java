package org.laurel.enrollment.course.kafka;

import java.util.EnumSet;
import java.util.Set;
import org.laurel.enrollment.course.domain.CertificateDisplay;
import org.laurel.enrollment.course.domain.CourseRunMember;
import org.laurel.enrollment.course.domain.CourseRunSettings;
import org.laurel.enrollment.course.domain.EnrollmentWindow;
import org.laurel.events.course.CourseRunSubmitted;
import org.laurel.events.course.Told;
import org.laurel.events.key.CourseKey;

/** Reads what a platform tells about a course run: the values, and which members they belong to. */
final class ToldCourseRun {

    private ToldCourseRun() {}

    /** The told values; usual ones for members that are none or not told. */
    static CourseRunSettings settings(CourseRunSubmitted body, CourseKey key) {
        CourseRunSettings usual = CourseRunSettings.usual(key);
        return new CourseRunSettings(
                body.displayName().value(),
                or(body.org(), usual.org()),
                body.start().value(),
                body.end().value(),
                new EnrollmentWindow(
                        body.enrollmentStart().value(),
                        body.enrollmentEnd().value(),
                        or(body.invitationOnly(), usual.enrollment().invitationOnly()),
                        body.maxEnrollments().value()),
                or(body.selfPaced(), usual.selfPaced()),
                new CertificateDisplay(
                        or(body.certificatesDisplayBehavior(), usual.display().behavior()),
                        body.certificateAvailableDate().value()),
                or(body.certificatesShowBeforeEnd(), usual.showBeforeEnd()),
                or(body.htmlCertificatesEnabled(), usual.htmlCertificates()),
                or(body.mobileAvailable(), usual.mobileAvailable()),
                or(body.isCcx(), usual.ccx()));
    }

    /** The members that the platform told, be it as none. */
    static Set<CourseRunMember> members(CourseRunSubmitted body) {
        Set<String> names = body.members().keySet();
        Set<CourseRunMember> told = EnumSet.noneOf(CourseRunMember.class);
        CourseRunMember.ALL.stream()
                .filter(member -> names.contains(member.wireName()))
                .forEach(told::add);
        return told;
    }

    private static <T> T or(Told<T> told, T usual) {
        T value = told.value();
        return value == null ? usual : value;
    }
}
