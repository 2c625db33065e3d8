package org.laurel.events.program;

import java.util.Set;

/** The closed vocabulary of a credential's {@code status}. */
final class CredentialStatus {

    static final Set<String> ALL = Set.of("awarded", "revoked");

    private CredentialStatus() {}
}
