package org.laurel.programs.progress.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.events.key.CourseKey;

/**
 * How a learner's certificates count for programs, by run. Source: programs, certificate state.
 *
 * @param completed passed, and the certificate shows
 * @param failed everything else that has a certificate, a certificate that is passing but does not show yet included
 */
public record CertifiedRuns(List<Entry> completed, List<Entry> failed) {

    public CertifiedRuns {
        completed = List.copyOf(completed);
        failed = List.copyOf(failed);
    }

    /**
     * A run with a certificate.
     *
     * @param type mode of the certificate as programs name it
     */
    public record Entry(CourseKey courseRunId, String type) {}

    /** Sorts the learner's certificates out, as they stand at this moment. */
    public static CertifiedRuns of(LearnerRecords records, Instant now) {
        List<Entry> completed = new ArrayList<>();
        List<Entry> failed = new ArrayList<>();
        records.certificates().stream()
                .filter(HeldCertificate::counts)
                .sorted(Comparator.comparing(
                        certificate -> certificate.courseKey().value()))
                .forEach(certificate -> {
                    boolean isViewable =
                            certificate.isViewable(records.courseRuns().get(certificate.courseKey()), now);
                    (certificate.isPassing() && isViewable ? completed : failed)
                            .add(new Entry(certificate.courseKey(), certificate.type()));
                });
        return new CertifiedRuns(completed, failed);
    }

    /** The runs that are not completed although there is a certificate. */
    public Set<CourseKey> failedKeys() {
        return failed.stream().map(Entry::courseRunId).collect(Collectors.toUnmodifiableSet());
    }
}
