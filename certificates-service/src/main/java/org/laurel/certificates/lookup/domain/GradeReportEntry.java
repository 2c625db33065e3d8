package org.laurel.certificates.lookup.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.Standing;
import org.laurel.certificates.mode.domain.ModeLists;

/**
 * What a grade report tells of a certificate. Source: certificates, grade report.
 *
 * @param eligible on the allowlist, or graded in a mode with identity verification, or granted
 * @param delivered granted and visible
 * @param type the certified mode of a delivered certificate, {@value #NONE} for any other
 */
public record GradeReportEntry(boolean eligible, boolean delivered, String type) {

    /** What stands for the mode when nothing is delivered. */
    public static final String NONE = "N/A";

    /** The entry of a learner; empty in a course run that nobody told us of. */
    public static Optional<GradeReportEntry> of(
            Standing standing, @Nullable ShownCertificate shown, Terms terms, Instant now) {
        if (!terms.courseKnown()) {
            return Optional.empty();
        }
        boolean graded = standing.grade() != null && standing.mode() != null && ModeLists.isVerified(standing.mode());
        boolean granted = shown != null && shown.certificate().status() == CertificateStatus.DOWNLOADABLE;
        String delivered =
                shown != null && shown.isInHand(now) ? shown.certificate().mode() : null;
        return Optional.of(new GradeReportEntry(
                standing.allowlisted() || graded || granted || delivered != null,
                delivered != null,
                delivered == null ? NONE : delivered));
    }

    /** {@code Y} or {@code N}, as reports show it. */
    public static String letter(boolean answer) {
        return answer ? "Y" : "N";
    }
}
