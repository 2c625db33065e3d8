package org.laurel.programs.lti.domain;

import java.util.UUID;

/** Which tool of which program; there is one configuration of it at most. */
public record LtiSubject(LtiKind kind, UUID programUuid) {

    /** The subject as one text, under which changes wait for each other. */
    public String key() {
        return "lti:" + kind.slug() + ":" + programUuid;
    }
}
