package org.laurel.programs.catalogue.domain;

import java.util.Locale;

/** Whether a pathway is offered. Source: programs, pathway. */
public enum PathwayStatus {
    /** Offered. */
    PUBLISHED,
    /** Not offered yet, or withdrawn. */
    UNPUBLISHED,
    /** No longer offered. */
    RETIRED;

    /** The name on the wire and in the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status with this name; an {@link IllegalArgumentException} when there is none. */
    public static PathwayStatus of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
