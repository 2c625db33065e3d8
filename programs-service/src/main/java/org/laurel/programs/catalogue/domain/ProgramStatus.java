package org.laurel.programs.catalogue.domain;

import java.util.Locale;

/** Where a program stands in its life. Source: programs, catalog document. */
public enum ProgramStatus {
    /** Offered. */
    ACTIVE,
    /** No longer offered; whoever completes it still earns its credential. */
    RETIRED,
    /** Taken out of the catalogue. */
    DELETED,
    /** Not offered yet, or withdrawn. */
    UNPUBLISHED;

    /** Whether a learner can earn the program's credential now. */
    public boolean awards() {
        return this == ACTIVE || this == RETIRED;
    }

    /** The name on the wire and in the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status with this name, ignoring case; an {@link IllegalArgumentException} when there is none. */
    public static ProgramStatus of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
