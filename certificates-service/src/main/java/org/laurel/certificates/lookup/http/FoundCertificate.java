package org.laurel.certificates.lookup.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.lookup.domain.ShownCertificate;
import org.laurel.events.key.CourseKey;

/**
 * A certificate as the support page lists it.
 *
 * @param type the certified mode
 * @param downloadUrl null unless it is granted
 * @param regenerate whether the page offers to make it anew: not for a file
 */
public record FoundCertificate(
        String username,
        String courseKey,
        String type,
        String status,
        String grade,
        Instant created,
        Instant modified,
        boolean isPassing,
        boolean isPdfCertificate,
        @Nullable String downloadUrl,
        String uuid,
        boolean regenerate)
        implements SearchItem {

    static FoundCertificate of(String username, ShownCertificate shown) {
        Certificate certificate = shown.certificate();
        String link = shown.link();
        return new FoundCertificate(
                username,
                shown.key().courseKey().value(),
                certificate.mode(),
                certificate.status().slug(),
                certificate.grade(),
                certificate.createdAt(),
                certificate.modifiedAt(),
                certificate.isPassed(),
                shown.isPdf(),
                link == null || link.isEmpty() ? null : link,
                shown.issued().verifyUuid(),
                !shown.isPdf());
    }

    /** What stands for a course run in which the learner has no certificate. */
    public record None(String username, String courseKey, boolean regenerate) implements SearchItem {

        static None of(String username, CourseKey courseKey) {
            return new None(username, courseKey.value(), false);
        }
    }
}
