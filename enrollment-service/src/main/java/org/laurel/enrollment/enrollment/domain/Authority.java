package org.laurel.enrollment.enrollment.domain;

/** Whose word an enrollment request is. */
public enum Authority {
    LEARNER,
    /** Global staff. */
    STAFF,
    /** Another system: what existing clients know as the server's API key. */
    SERVICE;

    /** Whether the caller may change existing enrollments and act for others. */
    public boolean isPrivileged() {
        return this != LEARNER;
    }
}
