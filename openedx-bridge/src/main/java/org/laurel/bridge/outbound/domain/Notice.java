package org.laurel.bridge.outbound.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.bridge.outbound.domain.EnrollmentStep.Standing;
import org.laurel.bridge.person.domain.Person;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;

/** Something that Laurel decided or was told, for Open edX to hear. */
public sealed interface Notice extends StateFact {

    /** What comes of a course run, with the learner as the event itself tells. */
    sealed interface OfCourse extends Notice {
        CourseKey courseKey();

        Person person();

        /** The same without the learner's names, for one who is retired. */
        OfCourse withoutNames();
    }

    /**
     * A certificate's new state.
     *
     * @param status in Laurel's words, which are Open edX's
     * @param grade from 0 to 1, null without one
     * @param name the name on the certificate
     * @param downloadUrl null without a file; may be relative to where learners reach Laurel
     */
    record OfCertificate(
            FactKind kind,
            Person person,
            CourseKey courseKey,
            String mode,
            String status,
            @Nullable BigDecimal grade,
            String name,
            @Nullable String downloadUrl,
            long version,
            Retelling retelling,
            Instant at,
            Cause cause)
            implements OfCourse {

        private static final String GRANTED = "downloadable";

        /** In these the certificate is as it was before, until its file is there. */
        private static final Set<String> UNDER_WAY = Set.of("generating", "regenerating", "requesting");

        @Override
        public Subject subject() {
            return Subject.certificate(person.id(), courseKey);
        }

        @Override
        public List<FactKind> wholeState(boolean everAwarded) {
            if (status.equals(GRANTED)) {
                return List.of(FactKind.CHANGED, FactKind.AWARDED);
            }
            return everAwarded && !UNDER_WAY.contains(status)
                    ? List.of(FactKind.CHANGED, FactKind.REVOKED)
                    : List.of(FactKind.CHANGED);
        }

        @Override
        public OfCertificate withoutNames() {
            return new OfCertificate(
                    kind,
                    person.withoutNames(),
                    courseKey,
                    mode,
                    status,
                    grade,
                    "",
                    downloadUrl,
                    version,
                    retelling,
                    at,
                    cause);
        }
    }

    /**
     * An enrollment's new state.
     *
     * @param before null for an enrollment that is new
     * @param createdAt when the enrollment was first made
     */
    record OfEnrollment(
            Person person,
            CourseKey courseKey,
            @Nullable Standing before,
            Standing after,
            Instant createdAt,
            long version,
            Retelling retelling,
            Instant at,
            Cause cause)
            implements OfCourse {

        @Override
        public Subject subject() {
            return Subject.enrollment(person.id(), courseKey);
        }

        @Override
        public FactKind kind() {
            return FactKind.CHANGED;
        }

        /**
         * The events that Open edX sends for it, in order.
         *
         * @param firstMode in which Open edX enrolls
         */
        public List<EnrollmentStep> steps(String firstMode) {
            return EnrollmentStep.of(before, after, firstMode);
        }

        /** The steps tell it. */
        @Override
        public List<FactKind> wholeState(boolean everAwarded) {
            return List.of(FactKind.CHANGED);
        }

        @Override
        public OfEnrollment withoutNames() {
            return new OfEnrollment(
                    person.withoutNames(), courseKey, before, after, createdAt, version, retelling, at, cause);
        }
    }
}
