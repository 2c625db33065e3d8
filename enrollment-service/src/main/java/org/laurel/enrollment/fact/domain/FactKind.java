package org.laurel.enrollment.fact.domain;

/**
 * The kinds of facts that reach this service, in the order that decides between facts of one time and sequence number: what
 * was said about a learner in passing gives way to what was said on purpose, and everything to a request.
 */
public enum FactKind {
    /** The learner inside an {@code enrollment.requested}. */
    LEARNER_OF_ENROLLMENT,
    /** A {@code learner.submitted}. */
    LEARNER_SUBMITTED,
    /** An {@code enrollment.requested}. */
    ENROLLMENT_REQUESTED,
    /** A call of the REST API. */
    REQUEST
}
