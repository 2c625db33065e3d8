package org.laurel.certificates.course.domain;

import java.util.Locale;

/** Whether decisions take effect. */
public enum IssuingMode {
    /** Decides, explains and counts; writes no certificate and publishes nothing. */
    OBSERVE,
    /** Decisions are written and published. */
    LIVE;

    /** The name in requests and in the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode with this name; an {@link IllegalArgumentException} when there is none. */
    public static IssuingMode of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
