package org.laurel.programs.lti.domain;

import java.util.Locale;

/** What became of the secrets of a tool when they were to be encrypted with the deployment's present key. */
public enum Renewal {
    /** They are encrypted with it now. */
    RENEWED,
    /** They were already. */
    CURRENT,
    /** No key of the deployment opens one of them: it stays as it is, and somebody has to give it again. */
    UNREADABLE;

    /** The name under which a job counts it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
