package org.laurel.programs.lti.domain;

import java.util.Locale;

/** What a tool is for. Source: programs, configuration tables. */
public enum LtiKind {
    /** The program's discussions. */
    DISCUSSIONS,
    /** The program's live sessions. */
    LIVE;

    /** The name in the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this name. */
    public static LtiKind of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
