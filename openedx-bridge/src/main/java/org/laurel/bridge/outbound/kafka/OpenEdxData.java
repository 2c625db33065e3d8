package org.laurel.bridge.outbound.kafka;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.laurel.bridge.openedx.event.CertificateData;
import org.laurel.bridge.openedx.event.CourseData;
import org.laurel.bridge.openedx.event.CourseEnrollmentData;
import org.laurel.bridge.openedx.event.ProgramCertificateData;
import org.laurel.bridge.openedx.event.ProgramData;
import org.laurel.bridge.outbound.domain.Notice;
import org.laurel.bridge.outbound.domain.OpenEdxFact;
import org.laurel.bridge.outbound.domain.ProgramNotice;

/**
 * Facts as Open edX's data. What it requires and Laurel does not have is the empty text, as Open edX writes it; a course's
 * start and end are never filled in, as by Open edX itself.
 */
final class OpenEdxData {

    private OpenEdxData() {}

    /** @param publicUrl where learners reach Laurel, without a slash at the end */
    static CertificateData certificate(OpenEdxFact.CertificateTold fact, String publicUrl) {
        Notice.OfCertificate notice = fact.notice();
        return new CertificateData(
                OpenEdxUser.of(notice.person()),
                course(notice, fact.courseName()),
                notice.mode(),
                grade(notice.grade()),
                absolute(notice.downloadUrl(), publicUrl),
                notice.name(),
                notice.status(),
                "");
    }

    static CourseEnrollmentData enrollment(OpenEdxFact.EnrollmentTold fact) {
        Notice.OfEnrollment notice = fact.notice();
        return new CourseEnrollmentData(
                OpenEdxUser.of(notice.person()),
                course(notice, fact.courseName()),
                fact.step().mode(),
                fact.step().isActive(),
                notice.createdAt(),
                null);
    }

    /** @param publicUrl where learners reach Laurel, without a slash at the end */
    static ProgramCertificateData program(OpenEdxFact.ProgramTold fact, String publicUrl) {
        ProgramNotice notice = fact.notice();
        String page = publicUrl + "/credentials/" + notice.credentialUuid().replace("-", "") + "/";
        return new ProgramCertificateData(
                OpenEdxUser.of(fact.person()),
                new ProgramData(notice.programUuid(), notice.programTitle(), notice.programType()),
                notice.credentialUuid(),
                notice.isAwarded() ? "awarded" : "revoked",
                page,
                notice.availableAt());
    }

    /** Laurel's own addresses are relative to where learners reach it; the site has another host. */
    private static String absolute(@Nullable String url, String publicUrl) {
        if (url == null) {
            return "";
        }
        return url.startsWith("/") ? publicUrl + url : url;
    }

    private static CourseData course(Notice.OfCourse notice, String name) {
        return new CourseData(notice.courseKey().value(), name, null, null);
    }

    /** As Python writes a number between 0 and 1: with a point, and no zeros at the end but one. */
    private static String grade(@Nullable BigDecimal grade) {
        if (grade == null) {
            return "";
        }
        BigDecimal plain = grade.stripTrailingZeros();
        return plain.scale() < 1 ? plain.setScale(1).toPlainString() : plain.toPlainString();
    }
}
