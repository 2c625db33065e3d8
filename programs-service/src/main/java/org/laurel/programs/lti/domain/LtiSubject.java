package org.laurel.programs.lti.domain;

import java.util.UUID;

/** Which tool of which program; there is one configuration of it at most. */
public record LtiSubject(LtiKind kind, UUID programUuid) {

    /** The part that a tool's key is. */
    public static final String KEY = "key";

    /** The part that a tool's secret is. */
    public static final String SECRET = "secret";

    /** The subject as one text, under which changes wait for each other. */
    public String key() {
        return "lti:" + kind.slug() + ":" + programUuid;
    }

    /** Where a secret of the tool lies, to which its encryption binds it. */
    public String place(String part) {
        return key() + ":" + part;
    }
}
