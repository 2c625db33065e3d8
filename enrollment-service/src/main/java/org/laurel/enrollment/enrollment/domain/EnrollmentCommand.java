package org.laurel.enrollment.enrollment.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.fact.domain.StoredTime;
import org.laurel.kit.domain.Cause;

/** What somebody wants of an enrollment. */
public sealed interface EnrollmentCommand {

    EnrollmentKey key();

    BusinessTime time();

    Cause cause();

    /** When the learner first enrolled, null for the time at which the command holds. Counts for a new enrollment. */
    default @Nullable Instant createdAt() {
        return null;
    }

    /**
     * Asks for an enrollment by the REST API, under the rules for learners, staff and service clients.
     *
     * @param mode null to leave the choice to us
     * @param isActive null to leave it as it is, active for a new one
     * @param attributes replace the known ones; null leaves those alone
     * @param force enroll although enrollment is closed, by invitation or full
     */
    record RequestEnrollment(
            EnrollmentKey key,
            @Nullable String mode,
            @Nullable Boolean isActive,
            @Nullable List<EnrollmentAttribute> attributes,
            Authority authority,
            boolean force,
            BusinessTime.Asked time,
            Cause cause)
            implements EnrollmentCommand {

        /** Whether it depends on a free seat where the learner is not enrolled already. */
        public boolean mayNeedSeat() {
            return !force && (isActive == null || isActive);
        }

        /** Whether a learner who stands so has all that is asked for, so that nothing need be locked, written or told. */
        public boolean isGrantedBy(Enrollment current) {
            boolean same = (mode == null || mode.equals(current.mode())) && (isActive == null || isActive);
            return current.isActive() && attributes == null && (same || !authority.isPrivileged());
        }
    }

    /** Ends an enrollment; somebody who never was enrolled does not become so. */
    record Unenroll(EnrollmentKey key, BusinessTime.Asked time, Cause cause) implements EnrollmentCommand {}

    /** Enrolls a learner whose email address was allowed beforehand, as soon as there is an active account with it. */
    record EnrollAllowed(EnrollmentKey key, BusinessTime.Asked time, Cause cause) implements EnrollmentCommand {}

    /**
     * Takes over how a learner stands, as told by a platform that owns enrollments.
     *
     * @param createdAt when the learner first enrolled, null when the platform does not tell. The earliest that is told holds,
     *     in whatever order the facts come; never after the time at which the learner stood so, whose clock may be another one
     */
    record AdoptEnrollment(
            EnrollmentKey key,
            String mode,
            boolean isActive,
            @Nullable Instant createdAt,
            BusinessTime.Told time,
            Cause cause)
            implements EnrollmentCommand {

        public AdoptEnrollment {
            Instant stood = time.place().occurredAt();
            createdAt = createdAt != null && createdAt.isAfter(stood) ? stood : StoredTime.of(createdAt);
        }
    }

    /**
     * Takes over how a learner stands, as an import says. Like a platform's word it is judged by the course run's modes alone;
     * unlike that, it does not wait for what is not known.
     *
     * @param mode null for the known one, else the default mode
     * @param isActive null for the known value, else true
     */
    record ImportEnrollment(
            EnrollmentKey key,
            @Nullable String mode,
            @Nullable Boolean isActive,
            @Nullable Instant createdAt,
            BusinessTime.Dated time,
            Cause cause)
            implements EnrollmentCommand {}
}
