package org.laurel.programs.credential.domain;

import java.util.Locale;

/** Why a credential that a learner has earned is not made yet. It is made as soon as nothing stands in its way. */
public enum Obstacle {
    /** Credentials are switched off. */
    CREDENTIALS_DISABLED,
    /** The program is one of those that the site settings except from certificates. */
    PROGRAM_EXCLUDED,
    /** The program has no active certificate configuration. */
    NO_ACTIVE_CONFIGURATION;

    /** The name on the wire and in the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The obstacle with this name; an {@link IllegalArgumentException} when there is none. */
    public static Obstacle of(String slug) {
        for (Obstacle obstacle : values()) {
            if (obstacle.slug().equals(slug)) {
                return obstacle;
            }
        }
        throw new IllegalArgumentException("no such reason: " + slug);
    }
}
