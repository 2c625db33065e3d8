package org.laurel.enrollment.learner.domain;

/** How far news of a learner goes, by the enrollments (replication, rows R1 to R3 and R8). */
public enum Reach {
    /** Never enrolled anywhere: nothing leaves. */
    NEVER_ENROLLED,
    /** Enrolled once but nowhere now: certificate preferences leave, the account does not. */
    FORMERLY_ENROLLED,
    /** At least one active enrollment: everything leaves. */
    ENROLLED
}
