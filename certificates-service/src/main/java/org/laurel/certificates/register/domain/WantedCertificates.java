package org.laurel.certificates.register.domain;

import java.util.Set;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/**
 * What somebody looks up. An empty set does not restrict.
 *
 * @param learners of one of these learners
 * @param courseKeys of one of these course runs
 * @param statuses in one of these statuses
 */
public record WantedCertificates(
        Set<LearnerId> learners, Set<CourseKey> courseKeys, Set<CertificateStatus> statuses, CertificateScope scope) {

    public WantedCertificates {
        learners = Set.copyOf(learners);
        courseKeys = Set.copyOf(courseKeys);
        statuses = Set.copyOf(statuses);
    }
}
