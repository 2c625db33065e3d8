package org.laurel.certificates.issuance.domain;

import java.util.Locale;

/** Why a certificate is in its status; also the source of a revocation in its event. */
public enum Reason {
    /** The learner passes in an eligible mode. */
    PASSED,
    /** The learner ceased to pass. */
    NOTPASSING_SIGNAL,
    /** A generation found the learner not passing. */
    CERTIFICATE_GENERATION,
    /** A fact that came late shows that it should not have been granted; the row only keeps the public id. */
    NEVER_GRANTED;

    /** The name on the wire and in the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason with this name; an {@link IllegalArgumentException} when there is none. */
    public static Reason of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
