package org.laurel.certificates.issuance.domain;

import java.util.Locale;

/** What set off the generation of a certificate. Source: certificates, tracking events. */
public enum GenerationMode {
    /** The learner asked. */
    SELF,
    /** Anything else: a fact, staff, a generation run. */
    BATCH;

    /** The name on the wire and in the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode with this name; an {@link IllegalArgumentException} when there is none. */
    public static GenerationMode of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
