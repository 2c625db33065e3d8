package org.laurel.enrollment.fact.domain;

/**
 * The kinds of facts that reach this service, in the order that decides between facts of one time and sequence number: what
 * was said about a learner in passing gives way to what was said on purpose, and everything to a request.
 */
public enum FactKind {
    /** The learner inside an {@code enrollment.requested}. */
    LEARNER_OF_ENROLLMENT(0),
    /** A {@code learner.submitted}. */
    LEARNER_SUBMITTED(1),
    /** An {@code enrollment.requested}. */
    ENROLLMENT_REQUESTED(2),
    /** A {@code course-run.submitted}. It never competes with an enrollment, so that they may share a place. */
    COURSE_RUN_SUBMITTED(2),
    /** A call of the REST API. */
    REQUEST(3),
    /** A {@code course-role.requested}. It meets no fact but requests, which it gives way to. */
    COURSE_ROLE_REQUESTED(2),
    /** A {@code cohort-membership.requested}, likewise. */
    COHORT_MEMBERSHIP_REQUESTED(2);

    private final int rank;

    FactKind(int rank) {
        this.rank = rank;
    }

    /** The kind's place among the kinds; it is stored, so it never changes. */
    public int rank() {
        return rank;
    }
}
