package org.laurel.certificates.issuance.domain;

import java.util.Locale;

/** Why a certificate is in its status; also the source of a revocation in its event. Source: certificates, tracking events. */
public enum Reason {
    /** The learner has earned it in an eligible mode: passes, or has completed enough. */
    PASSED,
    /** The learner is on the allowlist. */
    ALLOWLISTED,
    /** The learner ceased to pass. */
    NOTPASSING_SIGNAL,
    /** A generation found that it cannot be granted. */
    CERTIFICATE_GENERATION,
    /** The learner was taken off the allowlist. */
    ALLOWLIST_REMOVAL,
    /** An instructor declared it invalid. */
    CERTIFICATE_INVALIDATION_LIST,
    /** A proctored exam was rejected. */
    EXAM_EVENT,
    /** The learner may not have certificates. */
    CERTIFICATES_NOT_ALLOWED,
    /** Staff took it away. */
    DELETION,
    /** The renderer failed. */
    RENDERING_FAILED,
    /** Another system stated it. */
    STATED,
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
