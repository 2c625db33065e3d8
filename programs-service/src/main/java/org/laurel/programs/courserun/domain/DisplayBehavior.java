package org.laurel.programs.courserun.domain;

import java.util.Locale;

/** When the certificates of a course run show that is not self-paced. Source: programs, certificate state. */
public enum DisplayBehavior {
    /** When the run has ended. */
    END,
    /** From a date on. */
    END_WITH_DATE,
    /** As soon as they are granted. */
    EARLY_NO_INFO;

    /** The name on the wire and in the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The behavior with this name; an {@link IllegalArgumentException} when there is none. */
    public static DisplayBehavior of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
