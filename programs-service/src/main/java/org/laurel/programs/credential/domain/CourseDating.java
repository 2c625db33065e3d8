package org.laurel.programs.credential.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.laurel.programs.configuration.domain.CourseCertificate;
import org.laurel.programs.configuration.domain.CourseCertificates;
import org.laurel.programs.configuration.domain.DateFact;

/**
 * From when the course credentials of a run show: since the newest word on it, that of the learner's certificate or that of the
 * run's configuration. Source: programs, credential entities.
 *
 * @param configured how the run is certified
 */
public record CourseDating(CourseCertificates configured) {

    /** Nobody has said anything about the run. */
    public static final CourseDating NONE = new CourseDating(CourseCertificates.NONE);

    /**
     * Dates a credential. Of two words of one time the certificate's counts, since it is about this learner; a certificate that
     * tells no date has no say. A credential that does not hold is left as it was.
     *
     * @param versions all known versions of the learner's certificate
     */
    public CourseStanding date(CourseStanding standing, Collection<CertificateVersion> versions) {
        Optional<CourseCertificate> word = configured
                .dating(standing.mode())
                .filter(certificate -> certificate.dated().isAfter(DateFact.NEVER));
        if (!standing.isAwarded() || word.isEmpty() || isOlder(word.get(), versions)) {
            return standing;
        }
        return standing.availableFrom(
                word.get().availableDate(), word.get().dated().occurredAt());
    }

    private static boolean isOlder(CourseCertificate word, Collection<CertificateVersion> versions) {
        return versions.stream()
                .filter(CertificateVersion::isDownloadable)
                .max(Comparator.naturalOrder())
                .filter(version -> version.availableAt() != null)
                .map(version -> !word.dated().occurredAt().isAfter(version.occurredAt()))
                .orElse(false);
    }
}
