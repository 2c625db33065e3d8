package org.laurel.bridge.outbound.domain;

import org.laurel.bridge.person.domain.Person;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/** One event for Open edX, with all that it needs. */
public sealed interface OpenEdxFact extends DomainFact {

    /**
     * With what the course is called.
     *
     * @param kind which of the three things that are told of certificates it is
     * @param courseName empty when it is not known
     */
    record CertificateTold(Notice.OfCertificate notice, FactKind kind, String courseName) implements OpenEdxFact {
        @Override
        public Cause cause() {
            return notice.cause();
        }
    }

    /**
     * With what the course is called.
     *
     * @param courseName empty when it is not known
     */
    record EnrollmentTold(Notice.OfEnrollment notice, EnrollmentStep step, String courseName) implements OpenEdxFact {
        @Override
        public Cause cause() {
            return notice.cause();
        }
    }

    /** With who the learner is. */
    record ProgramTold(ProgramNotice notice, Person person) implements OpenEdxFact {
        @Override
        public Cause cause() {
            return notice.cause();
        }
    }
}
