package org.laurel.bridge.outbound.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.bridge.person.domain.Person;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;

/** Something that Laurel decided or was told, for Open edX to hear. */
public sealed interface Notice {

    /** When it happened. */
    Instant at();

    /** What led to it. */
    Cause cause();

    /** What comes of a course run, with the learner as the event itself tells. */
    sealed interface OfCourse extends Notice {
        CourseKey courseKey();

        Person person();

        /** The same without the learner's names, for one who is retired. */
        OfCourse withoutNames();
    }

    /** Which of the three things that are told of certificates it is. */
    enum CertificateKind {
        CHANGED,
        AWARDED,
        REVOKED
    }

    /**
     * A certificate's new state.
     *
     * @param status in Laurel's words, which are Open edX's
     * @param grade from 0 to 1, null without one
     * @param name the name on the certificate
     * @param downloadUrl null without a file
     */
    record OfCertificate(
            CertificateKind kind,
            Person person,
            CourseKey courseKey,
            String mode,
            String status,
            @Nullable BigDecimal grade,
            String name,
            @Nullable String downloadUrl,
            Instant at,
            Cause cause)
            implements OfCourse {

        @Override
        public OfCertificate withoutNames() {
            return new OfCertificate(
                    kind, person.withoutNames(), courseKey, mode, status, grade, "", downloadUrl, at, cause);
        }
    }

    /**
     * An enrollment's new state.
     *
     * @param steps the events that Open edX sends for it, in order
     * @param createdAt when the enrollment was first made
     */
    record OfEnrollment(
            Person person, CourseKey courseKey, List<EnrollmentStep> steps, Instant createdAt, Instant at, Cause cause)
            implements OfCourse {

        @Override
        public OfEnrollment withoutNames() {
            return new OfEnrollment(person.withoutNames(), courseKey, steps, createdAt, at, cause);
        }
    }
}
