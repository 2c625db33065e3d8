package org.laurel.programs.catalogue.domain;

import java.util.Locale;

/** What a pathway leads to. Source: programs, pathway. */
public enum PathwayType {
    /** Credit at another institution: records may be sent there. */
    CREDIT,
    /** A job with a partner of the industry. */
    INDUSTRY;

    /** The name on the wire and in the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type with this name; an {@link IllegalArgumentException} when there is none. */
    public static PathwayType of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
