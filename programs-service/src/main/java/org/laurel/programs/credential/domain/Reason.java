package org.laurel.programs.credential.domain;

import java.util.Locale;

/** Why a program credential is in its status. */
public enum Reason {
    /** The learner's last certificate completed the program. */
    COURSES_COMPLETED,
    /** A change of the program made it complete for the learner. */
    PROGRAM_CHANGED,
    /** A course that counted has no valid certificate any more. */
    COURSE_REVOKED,
    /** Staff awarded it. */
    STAFF_AWARDED,
    /** Staff revoked it. */
    STAFF_REVOKED,
    /** Staff took back what they had decided, and nothing else ever supported it. */
    DECISION_WITHDRAWN,
    /** Staff had credentials repaired, and nothing supported this one. */
    UNSUPPORTED;

    /** The name on the wire and in the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason with this name; an {@link IllegalArgumentException} when there is none. */
    public static Reason of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
