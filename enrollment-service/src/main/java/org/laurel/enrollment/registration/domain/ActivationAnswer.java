package org.laurel.enrollment.registration.domain;

/** What became of an activation. */
public enum ActivationAnswer {
    /** The account is active from now on. */
    ACTIVATED,
    /** It was active before. */
    ALREADY_ACTIVE,
    /** It was activated once and is closed today; a key from then does not open it again. */
    CLOSED,
    /** The key came too late; a new one can be had. */
    EXPIRED,
    /** There is no such key. */
    UNKNOWN
}
