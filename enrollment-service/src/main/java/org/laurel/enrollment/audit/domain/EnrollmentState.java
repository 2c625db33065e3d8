package org.laurel.enrollment.audit.domain;

import java.util.Locale;

/** How a person stands in a course run, with an account or without. */
public enum EnrollmentState {
    ENROLLED,
    /** Not enrolled, but the email address is allowed to be. */
    ALLOWED,
    UNENROLLED;

    /** The state as a word. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
